package dev.lifeline.linux.diag;

import dev.lifeline.linux.netlink.MessageWriter;
import dev.lifeline.linux.netlink.NetlinkMessage;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/// Writes questions about TCP sockets: `struct inet_diag_req_v2` of `linux/inet_diag.h`. Pure. A question may be asked again.
///
/// IPv4 addresses make a question about `AF_INET`; the kernel's answer is then a socket of either family, because a socket of
/// `AF_INET6` that speaks IPv4 has its IPv4 addresses in the same table.
public final class DiagRequest {

    /// `SOCK_DIAG_BY_FAMILY`, the type of questions and answers.
    public static final int BY_FAMILY = 20;

    /// `INET_DIAG_NOCOOKIE`: any socket with these addresses.
    public static final long NO_COOKIE = -1;

    /// The extensions that are asked for: `tcp_info`, the name of the congestion control, the socket's memory.
    static final int ALL_EXTENSIONS = bit(DiagSocket.INFO) | bit(DiagSocket.CONGESTION) | bit(DiagSocket.MEMORY);

    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int IPPROTO_TCP = 6;
    private static final int ALL_STATES = -1;
    private static final int BYTES = NetlinkMessage.HEADER_BYTES + 56;
    private static final int ADDRESS_BYTES = 16;

    private DiagRequest() {
    }

    /// One connection. Where it is gone, the kernel answers with the socket that listens at the local end, if there is one.
    ///
    /// @param local resolved; as the socket that is looked for sees it
    /// @param remote resolved, and of the same family
    /// @param cookie of the very socket that is wanted, or [#NO_COOKIE]
    public static ByteBuffer exact(InetSocketAddress local, InetSocketAddress remote, long cookie) {
        return request(0, family(local.getAddress()), ALL_EXTENSIONS, ALL_STATES, local, remote, cookie);
    }

    /// The socket that listens at this end, or the one at the wildcard address of the same port.
    ///
    /// @param local resolved
    public static ByteBuffer listener(InetSocketAddress local) {
        InetAddress address = local.getAddress();
        return request(0, family(address), 0, 1 << DiagSocket.LISTEN, local, null, NO_COOKIE);
    }

    /// All sockets of one family in these states to or from these ports. The kernel walks its whole table for it.
    ///
    /// @param ipv6 sockets of `AF_INET6`, those among them that speak IPv4 included; otherwise of `AF_INET`
    /// @param states a bit for each state's number
    /// @param localPort 0 for any
    /// @param remotePort 0 for any
    public static ByteBuffer dump(boolean ipv6, int states, int localPort, int remotePort) {
        return write(NetlinkMessage.DUMP, ipv6 ? AF_INET6 : AF_INET, ALL_EXTENSIONS, states).net16(localPort).net16(remotePort)
                .zeros(2 * ADDRESS_BYTES + 4).u32((int) NO_COOKIE).u32((int) NO_COOKIE).message();
    }

    private static ByteBuffer request(int flags, int family, int extensions, int states, InetSocketAddress local,
            InetSocketAddress remote, long cookie) {
        MessageWriter writer = write(flags, family, extensions, states);
        writer.net16(local.getPort()).net16(remote == null ? 0 : remote.getPort());
        address(writer, local.getAddress());
        if (remote == null) {
            writer.zeros(ADDRESS_BYTES);
        } else {
            address(writer, remote.getAddress());
        }
        return writer.u32(device(local, remote)).u32((int) cookie).u32((int) (cookie >>> 32)).message();
    }

    private static MessageWriter write(int flags, int family, int extensions, int states) {
        return new MessageWriter(BY_FAMILY, flags, BYTES).u8(family).u8(IPPROTO_TCP).u8(extensions).u8(0).u32(states);
    }

    private static void address(MessageWriter writer, InetAddress address) {
        byte[] bytes = address.getAddress();
        writer.bytes(bytes).zeros(ADDRESS_BYTES - bytes.length);
    }

    private static int family(InetAddress address) {
        return address instanceof Inet4Address ? AF_INET : AF_INET6;
    }

    /// A socket with link-local addresses is bound to its device, and is found only through it.
    private static int device(InetSocketAddress local, InetSocketAddress remote) {
        int device = local.getAddress() instanceof Inet6Address six ? six.getScopeId() : 0;
        return device == 0 && remote != null && remote.getAddress() instanceof Inet6Address six ? six.getScopeId() : device;
    }

    private static int bit(int extension) {
        return 1 << extension - 1;
    }
}
