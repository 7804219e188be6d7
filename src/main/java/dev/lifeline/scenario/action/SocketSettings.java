package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.scenario.Need;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Rule;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;

/// Options of a connection's socket; `null` for what stays as it is.
///
/// @param sendBuffer SO_SNDBUF, bytes
/// @param receiveBuffer SO_RCVBUF, bytes
/// @param noDelay TCP_NODELAY
/// @param keepAlive SO_KEEPALIVE
/// @param quickAck TCP_QUICKACK
/// @param synCount TCP_SYNCNT
/// @param userTimeout TCP_USER_TIMEOUT, nanoseconds
/// @param dropIncoming SO_ATTACH_FILTER of a filter that lets nothing in
public record SocketSettings(Long sendBuffer, Long receiveBuffer, Boolean noDelay, Boolean keepAlive, Boolean quickAck,
                             Long synCount, Long userTimeout, Boolean dropIncoming) {

    static SocketSettings of(Args given) {
        return new SocketSettings((Long) given.value("send-buffer"), (Long) given.value("receive-buffer"),
                (Boolean) given.value("no-delay"), (Boolean) given.value("keep-alive"), (Boolean) given.value("quick-ack"),
                (Long) given.value("syn-count"), (Long) given.value("user-timeout"), (Boolean) given.value("drop-incoming"));
    }

    SocketSettings withoutFilter() {
        return new SocketSettings(sendBuffer, receiveBuffer, noDelay, keepAlive, quickAck, synCount, userTimeout, null);
    }

    /// Tells whether one of them is set by descriptor, which takes native calls.
    public boolean isNative() {
        return synCount != null || userTimeout != null || dropIncoming != null;
    }

    /// The word that sets them while a connection lives.
    static Word word(String label) {
        return Word.of(label, "Sets options of the socket from here on.",
                optional("no-delay", ValueType.FLAG, "TCP_NODELAY"),
                optional("keep-alive", ValueType.FLAG, "SO_KEEPALIVE"),
                optional("quick-ack", ValueType.FLAG, "TCP_QUICKACK: ACKs are not delayed, for now").needing(Need.LINUX),
                optional("user-timeout", ValueType.TIME, "TCP_USER_TIMEOUT").needing(Need.LINUX),
                optional("send-buffer", ValueType.SIZE, "SO_SNDBUF"),
                optional("receive-buffer", ValueType.SIZE, "SO_RCVBUF"),
                optional("drop-incoming", ValueType.FLAG, "throws away every segment that comes from here on, or no longer")
                        .needing(Need.LINUX)).with(Rule.some("no-delay", "keep-alive", "quick-ack", "user-timeout", "send-buffer",
                                "receive-buffer", "drop-incoming"));
    }
}
