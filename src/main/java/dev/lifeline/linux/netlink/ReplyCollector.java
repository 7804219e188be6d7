package dev.lifeline.linux.netlink;

import dev.lifeline.linux.Errno;
import dev.lifeline.linux.netlink.NetlinkReply.Answered;
import dev.lifeline.linux.netlink.NetlinkReply.Incomplete;
import dev.lifeline.linux.netlink.NetlinkReply.Lack;
import dev.lifeline.linux.netlink.NetlinkReply.Refused;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Puts the answer to one request together from datagrams: skips what is not for it, and knows when it is complete. Pure.
final class ReplyCollector {

    private final int sequence;
    private final int port;
    private final int atMost;
    private final List<NetlinkMessage> messages = new ArrayList<>(1);
    private Errno refused;
    private Lack lack;
    private boolean complete;
    private boolean ended;

    /// @param sequence of the request
    /// @param port of the socket that sent it
    /// @param atMost messages that are kept
    ReplyCollector(int sequence, int port, int atMost) {
        this.sequence = sequence;
        this.port = port;
        this.atMost = atMost;
    }

    /// Tells whether no more is to be waited for.
    boolean complete() {
        return complete;
    }

    /// Tells whether the end of the answer was seen.
    boolean ended() {
        return ended;
    }

    /// Takes the messages of a datagram that are for this request.
    void add(ByteBuffer datagram) {
        MessageReader reader = new MessageReader(datagram);
        while (!complete && reader.next()) {
            NetlinkMessage message = reader.message();
            if (message.sequence() == sequence && message.port() == port) {
                take(message);
            }
        }
        if (reader.malformed()) {
            lacks(Lack.MALFORMED);
            // Its end may have been in what cannot be read.
            complete = true;
        }
    }

    private void take(NetlinkMessage message) {
        if ((message.flags() & NetlinkMessage.DUMP_INTERRUPTED) != 0) {
            lacks(Lack.CHANGED);
        }
        int type = message.type();
        if (type == NetlinkMessage.ERROR || type == NetlinkMessage.DONE) {
            complete = true;
            ended = true;
            int number = message.errorNumber();
            if (number > 0) {
                refused = new Errno(number);
            } else if (number < 0 && type == NetlinkMessage.ERROR) {
                lacks(Lack.MALFORMED);
            }
        } else if (type == NetlinkMessage.OVERRUN) {
            lacks(Lack.OVERRUN);
        } else if (type != NetlinkMessage.NOOP) {
            complete = (message.flags() & NetlinkMessage.MULTI) == 0;
            ended = complete;
            if (messages.size() < atMost) {
                messages.add(message);
            } else {
                lacks(Lack.TOO_MANY);
            }
        }
    }

    /// Something is missing. The first that was missing is what is said.
    void lacks(Lack what) {
        if (lack == null) {
            lack = what;
        }
        // The message that was lost may have been the last.
        complete |= what == Lack.OVERRUN || what == Lack.TRUNCATED;
    }

    NetlinkReply broken(Lack what) {
        lacks(what);
        return reply();
    }

    NetlinkReply reply() {
        if (refused != null) {
            return new Refused(refused);
        }
        return lack == null ? new Answered(messages) : new Incomplete(lack, messages);
    }

    /// The messages of a datagram that answers no request.
    static NetlinkReply datagram(ByteBuffer datagram, boolean truncated) {
        List<NetlinkMessage> messages = new ArrayList<>(1);
        MessageReader reader = new MessageReader(datagram);
        while (reader.next()) {
            messages.add(reader.message());
        }
        if (truncated) {
            return new Incomplete(Lack.TRUNCATED, messages);
        }
        return reader.malformed() ? new Incomplete(Lack.MALFORMED, messages) : new Answered(messages);
    }
}
