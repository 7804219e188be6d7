package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.scenario.Need;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Parameter;
import dev.lifeline.scenario.word.Rule;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

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
/// @param probing the times of keep-alive
/// @param linger SO_LINGER, seconds; -1 for off
public record SocketSettings(Long sendBuffer, Long receiveBuffer, Boolean noDelay, Boolean keepAlive, Boolean quickAck,
                             Long synCount, Long userTimeout, Boolean dropIncoming, KeepAlive probing, Long linger) {

    /// All stays as it is.
    public static final SocketSettings NONE = new SocketSettings(null, null, null, null, null, null, null, null,
            new KeepAlive(null, null, null), null);

    /// Times of keep-alive; `null` for the kernel's own.
    ///
    /// @param idle TCP_KEEPIDLE, nanoseconds
    /// @param interval TCP_KEEPINTVL, nanoseconds
    /// @param count TCP_KEEPCNT
    public record KeepAlive(Long idle, Long interval, Long count) {

        static KeepAlive of(Args given) {
            return new KeepAlive((Long) given.value("keep-alive-idle"), (Long) given.value("keep-alive-interval"),
                    (Long) given.value("keep-alive-count"));
        }

        /// Tells whether something of it is given.
        public boolean any() {
            return idle != null || interval != null || count != null;
        }
    }

    /// The most that the kernel takes: MAX_TCP_KEEPIDLE, MAX_TCP_KEEPINTVL and MAX_TCP_KEEPCNT of its `include/net/tcp.h`.
    private static final int MOST_KEEP_SECONDS = 32_767;
    private static final int MOST_KEEP_COUNT = 127;
    /// Longer than a play waits for anything.
    private static final int MOST_LINGER = 60;

    static SocketSettings of(Args given) {
        KeepAlive probing = KeepAlive.of(given);
        Boolean keepAlive = (Boolean) given.value("keep-alive");
        return new SocketSettings((Long) given.value("send-buffer"), (Long) given.value("receive-buffer"),
                (Boolean) given.value("no-delay"), keepAlive == null && probing.any() ? Boolean.TRUE : keepAlive,
                (Boolean) given.value("quick-ack"), (Long) given.value("syn-count"), (Long) given.value("user-timeout"),
                (Boolean) given.value("drop-incoming"), probing, (Long) given.value("linger"));
    }

    /// Those of a server that are for the connections that it accepts.
    static SocketSettings ofAccepted(Args given) {
        SocketSettings all = of(given);
        return new SocketSettings(all.sendBuffer, null, null, all.keepAlive, null, null, null, null, all.probing, all.linger);
    }

    /// The same for a new socket: what it is without being told is not set, for a filter costs a search for its
    /// descriptor.
    SocketSettings ofNew() {
        return new SocketSettings(sendBuffer, receiveBuffer, Boolean.TRUE.equals(noDelay) ? noDelay : null, keepAlive, quickAck, synCount,
                userTimeout, Boolean.TRUE.equals(dropIncoming) ? dropIncoming : null, probing, linger);
    }

    /// Tells whether one of them shows its effect only later, when nobody thinks of it any more: keep-alive and linger.
    public boolean lasts() {
        return keepAlive != null || probing.any() || linger != null;
    }

    /// Tells whether one of them is set by descriptor, which takes native calls.
    public boolean isNative() {
        return synCount != null || userTimeout != null || dropIncoming != null;
    }

    /// Parameters of keep-alive and linger, which actors and steps have in common.
    static Parameter[] lasting() {
        return new Parameter[] {
            optional("keep-alive", ValueType.FLAG, "SO_KEEPALIVE: the kernel asks a silent peer whether it is still there"),
            optional("keep-alive-idle", ValueType.SECONDS, "TCP_KEEPIDLE: after so long without a segment it asks first; keep-alive is "
                    + "on with it").between(1, MOST_KEEP_SECONDS),
            optional("keep-alive-interval", ValueType.SECONDS, "TCP_KEEPINTVL: so long it waits between two probes; keep-alive is on "
                    + "with it").between(1, MOST_KEEP_SECONDS),
            optional("keep-alive-count", ValueType.NUMBER, "TCP_KEEPCNT: after so many without an answer the connection has failed: "
                    + "ETIMEDOUT; keep-alive is on with it").between(1, MOST_KEEP_COUNT),
            optional("linger", ValueType.LINGER, "SO_LINGER: close waits so long for the peer's ACKs; with 0 it throws away what is "
                    + "not sent and resets; off is the kernel's default").between(0, MOST_LINGER)
        };
    }

    /// The rules of those, and more.
    static Rule[] lastingRules(Rule... more) {
        List<Rule> rules = new ArrayList<>();
        for (String each : List.of("keep-alive-idle", "keep-alive-interval", "keep-alive-count")) {
            rules.add(Rule.onlyWith(each, "keep-alive", "true", each + " counts only with keep-alive, and keep-alive is"));
        }
        Collections.addAll(rules, more);
        return rules.toArray(new Rule[0]);
    }

    /// The word that sets them while a connection lives.
    static Word word(String label) {
        List<Parameter> parameters = new ArrayList<>(List.of(
                optional("no-delay", ValueType.FLAG, "TCP_NODELAY"),
                optional("quick-ack", ValueType.FLAG, "TCP_QUICKACK: ACKs are not delayed, for now").needing(Need.LINUX),
                optional("user-timeout", ValueType.TIME, "TCP_USER_TIMEOUT").needing(Need.LINUX),
                optional("send-buffer", ValueType.SIZE, "SO_SNDBUF"),
                optional("receive-buffer", ValueType.SIZE, "SO_RCVBUF"),
                optional("drop-incoming", ValueType.FLAG, "throws away every segment that comes from here on, or no longer")
                        .needing(Need.LINUX)));
        parameters.addAll(1, List.of(lasting()));
        return Word.of(label, "Sets options of the socket from here on.", parameters.toArray(new Parameter[0]))
                .with(lastingRules(Rule.some(parameters)));
    }
}
