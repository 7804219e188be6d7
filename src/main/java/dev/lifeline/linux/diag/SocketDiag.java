package dev.lifeline.linux.diag;

import dev.lifeline.linux.Errno;
import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.netlink.NetlinkMessage;
import dev.lifeline.linux.netlink.NetlinkReply;
import dev.lifeline.linux.netlink.NetlinkSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Asks the kernel for its TCP sockets. Threads: any, one question at a time.
public final class SocketDiag implements AutoCloseable {

    private static final int ESTALE = 116;
    private static final DiagAnswer.Absent ABSENT = new DiagAnswer.Absent();

    private final NetlinkSocket netlink;

    private SocketDiag(NetlinkSocket netlink) {
        this.netlink = netlink;
    }

    /// Opens a socket for questions.
    ///
    /// @param timeoutNanos how long one question may take, in nanoseconds
    /// @throws NativeException when the kernel or this JVM does not allow it
    public static SocketDiag open(long timeoutNanos) throws NativeException {
        return new SocketDiag(NetlinkSocket.open(NetlinkSocket.SOCK_DIAG, 0, timeoutNanos));
    }

    /// Asks for one socket.
    ///
    /// @param question [DiagRequest#exact] or [DiagRequest#listener]
    public DiagAnswer find(ByteBuffer question) {
        NetlinkReply reply = netlink.request(question, 1);
        if (reply instanceof NetlinkReply.Refused refused) {
            int number = refused.errno().number();
            return number == Errno.ENOENT || number == ESTALE ? ABSENT : new DiagAnswer.Unclear(refused.errno().name());
        }
        if (reply instanceof NetlinkReply.Incomplete incomplete) {
            return new DiagAnswer.Unclear(incomplete.lack().label());
        }
        List<DiagSocket> found = decode(((NetlinkReply.Answered) reply).messages());
        return found.isEmpty() ? new DiagAnswer.Unclear("an answer that is no socket") : new DiagAnswer.Found(found.getFirst());
    }

    /// Asks for several sockets.
    ///
    /// @param question [DiagRequest#dump]
    /// @param atMost how many are kept
    public DiagSockets dump(ByteBuffer question, int atMost) {
        return sockets(netlink.request(question, atMost));
    }

    static DiagSockets sockets(NetlinkReply reply) {
        if (reply instanceof NetlinkReply.Refused refused) {
            return new DiagSockets(List.of(), refused.errno().name());
        }
        if (reply instanceof NetlinkReply.Incomplete incomplete) {
            return new DiagSockets(decode(incomplete.messages()), incomplete.lack().label());
        }
        return new DiagSockets(decode(((NetlinkReply.Answered) reply).messages()), null);
    }

    private static List<DiagSocket> decode(List<NetlinkMessage> messages) {
        List<DiagSocket> sockets = new ArrayList<>(messages.size());
        for (NetlinkMessage message : messages) {
            DiagSocket socket = message.type() == DiagRequest.BY_FAMILY ? DiagSocket.decode(message.payload()) : null;
            if (socket != null) {
                sockets.add(socket);
            }
        }
        return sockets;
    }

    @Override
    public void close() {
        netlink.close();
    }
}
