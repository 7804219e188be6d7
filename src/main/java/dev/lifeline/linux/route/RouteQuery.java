package dev.lifeline.linux.route;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.netlink.NetlinkMessage;
import dev.lifeline.linux.netlink.NetlinkReply;
import dev.lifeline.linux.netlink.NetlinkSocket;
import java.net.InetAddress;

/// Asks the kernel for routes and interfaces. Threads: any; one question at a time, the others wait.
///
/// It speaks of the network namespace of the thread that opened it.
public final class RouteQuery implements AutoCloseable {

    private final NetlinkSocket netlink;

    private RouteQuery(NetlinkSocket netlink) {
        this.netlink = netlink;
    }

    /// Opens a socket for questions.
    ///
    /// @param timeoutNanos how long one question may take, in nanoseconds
    /// @throws NativeException when the kernel or this JVM does not allow it
    public static RouteQuery open(long timeoutNanos) throws NativeException {
        return new RouteQuery(NetlinkSocket.open(NetlinkSocket.ROUTE, 0, timeoutNanos));
    }

    /// The way that a TCP connection takes to a destination.
    ///
    /// @param destination its scope is the interface to be used
    /// @param port of the destination, for rules of ip-rule(8); 0 for any
    /// @param source the source address that is asked for, of the same family, or `null` to let the kernel choose
    public RouteAnswer to(InetAddress destination, int port, InetAddress source) {
        NetlinkReply reply = netlink.request(RouteMessage.request(destination, port, source), 1);
        if (reply instanceof NetlinkReply.Refused refused) {
            return new RouteAnswer.Refused(refused.errno());
        }
        if (reply instanceof NetlinkReply.Incomplete incomplete) {
            return new RouteAnswer.Unclear(incomplete.lack().label());
        }
        NetlinkMessage message = first(reply, RouteMessage.RTM_NEWROUTE);
        return message == null ? new RouteAnswer.Unclear("an answer that is no route") : RouteMessage.decode(message.payload());
    }

    /// An interface.
    ///
    /// @param index as in [RouteAnswer.Route#device()]
    /// @return `null` where there is none, or the kernel does not say
    public NetworkLink link(int index) {
        NetlinkMessage message = first(netlink.request(NetworkLink.request(index), 1), NetworkLink.RTM_NEWLINK);
        return message == null ? null : NetworkLink.decode(message.payload());
    }

    private static NetlinkMessage first(NetlinkReply reply, int type) {
        if (reply instanceof NetlinkReply.Answered answered && !answered.messages().isEmpty()) {
            NetlinkMessage message = answered.messages().getFirst();
            return message.type() == type ? message : null;
        }
        return null;
    }

    @Override
    public void close() {
        netlink.close();
    }
}
