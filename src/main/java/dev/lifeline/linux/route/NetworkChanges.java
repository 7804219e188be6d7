package dev.lifeline.linux.route;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.netlink.MessageWriter;
import dev.lifeline.linux.netlink.NetlinkMessage;
import dev.lifeline.linux.netlink.NetlinkReply;
import dev.lifeline.linux.netlink.NetlinkSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/// Changes the network of the calling thread's namespace through rtnetlink(7): what `ip link set lo up`, `ip address add` and `ip route add`
/// do. Needs `CAP_NET_ADMIN` there. It is for namespaces of one's own.
public final class NetworkChanges {

    private static final long TIMEOUT_NANOS = 1_000_000_000L;
    private static final int LOOPBACK = 1;

    private static final int RTM_NEWLINK = 16;
    private static final int RTM_NEWADDR = 20;
    private static final int NLM_F_CREATE_EXCL = 0x400 | 0x200;
    private static final int IFF_UP = 1;
    private static final int IFA_ADDRESS = 1;
    private static final int IFA_LOCAL = 2;
    /// No search for others that have the address: it takes up to two seconds.
    private static final int IFA_F_NODAD = 2;
    private static final int RT_TABLE_MAIN = 254;
    private static final int RTPROT_STATIC = 4;
    private static final int RTA_DST = 1;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;

    private NetworkChanges() {
    }

    /// Brings the loopback interface up.
    public static void loopbackUp() throws NativeException {
        ask("the loopback interface up", up());
    }

    /// Gives the loopback interface one more address.
    public static void addAddress(InetAddress address) throws NativeException {
        ask("address " + address.getHostAddress(), address(address));
    }

    /// Adds a route to nowhere.
    ///
    /// @param to the network
    /// @param bits of it
    /// @param type [RouteMessage#BLACKHOLE], [RouteMessage#UNREACHABLE], [RouteMessage#PROHIBIT] or [RouteMessage#THROW]
    public static void addRoute(InetAddress to, int bits, int type) throws NativeException {
        ask("route " + to.getHostAddress() + "/" + bits, route(to, bits, type));
    }

    /// `struct ifinfomsg`.
    static ByteBuffer up() {
        return new MessageWriter(RTM_NEWLINK, NetlinkMessage.ACK, 64).u8(0).u8(0).u16(0).u32(LOOPBACK).u32(IFF_UP).u32(IFF_UP).message();
    }

    /// `struct ifaddrmsg`.
    static ByteBuffer address(InetAddress address) {
        byte[] bytes = address.getAddress();
        return new MessageWriter(RTM_NEWADDR, NetlinkMessage.ACK | NLM_F_CREATE_EXCL, 96).u8(family(bytes)).u8(bytes.length * 8)
                .u8(bytes.length == 4 ? 0 : IFA_F_NODAD).u8(0).u32(LOOPBACK)
                .attribute(IFA_LOCAL, bytes).attribute(IFA_ADDRESS, bytes).message();
    }

    /// `struct rtmsg`.
    static ByteBuffer route(InetAddress to, int bits, int type) {
        byte[] bytes = to.getAddress();
        return new MessageWriter(RouteMessage.RTM_NEWROUTE, NetlinkMessage.ACK | NLM_F_CREATE_EXCL, 96).u8(family(bytes)).u8(bits)
                .u8(0).u8(0).u8(RT_TABLE_MAIN).u8(RTPROT_STATIC).u8(0).u8(type).u32(0)
                .attribute(RTA_DST, bytes).message();
    }

    private static int family(byte[] address) {
        return address.length == 4 ? AF_INET : AF_INET6;
    }

    private static void ask(String what, ByteBuffer message) throws NativeException {
        try (NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.ROUTE, 0, TIMEOUT_NANOS)) {
            NetlinkReply reply = socket.request(message, 1);
            if (reply instanceof NetlinkReply.Refused refused) {
                throw NativeException.failed(what, refused.errno());
            }
            if (reply instanceof NetlinkReply.Incomplete incomplete) {
                throw NativeException.unavailable(what + ": " + incomplete.lack().label(), null);
            }
        }
    }
}
