package dev.lifeline.play.relay;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// First bytes by which a proxy tells whom it stands for ("The PROXY protocol, versions 1 and 2", section 2, by HAProxy).
final class ProxyHeader {

    /// Twelve bytes that no request of another protocol begins with (section 2.2).
    private static final byte[] SIGNATURE = {0x0D, 0x0A, 0x0D, 0x0A, 0x00, 0x0D, 0x0A, 0x51, 0x55, 0x49, 0x54, 0x0A};

    /// Version 2, command PROXY.
    private static final byte VERSION_2_PROXY = 0x21;
    /// AF_INET and SOCK_STREAM, AF_INET6 and SOCK_STREAM.
    private static final byte TCP4 = 0x11;
    private static final byte TCP6 = 0x21;

    private ProxyHeader() {
    }

    /// The header of a connection that the proxy accepted.
    ///
    /// @param version 1 or 2
    /// @param client the other end of that connection
    /// @param proxy the proxy's own end of it; of the same family
    static ByteBuffer of(int version, InetSocketAddress client, InetSocketAddress proxy) {
        return version == 1 ? text(client, proxy) : binary(client, proxy);
    }

    private static ByteBuffer text(InetSocketAddress client, InetSocketAddress proxy) {
        String line = "PROXY " + (bytes(client) == 4 ? "TCP4 " : "TCP6 ") + literal(client.getAddress()) + ' '
                + literal(proxy.getAddress()) + ' ' + client.getPort() + ' ' + proxy.getPort() + "\r\n";
        return ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
    }

    /// The address without the interface that Java puts behind a link-local one.
    private static String literal(InetAddress address) {
        String text = address.getHostAddress();
        int scope = text.indexOf('%');
        return scope < 0 ? text : text.substring(0, scope);
    }

    private static ByteBuffer binary(InetSocketAddress client, InetSocketAddress proxy) {
        int length = 2 * bytes(client) + 4;
        return ByteBuffer.allocate(SIGNATURE.length + 4 + length).put(SIGNATURE).put(VERSION_2_PROXY)
                .put(bytes(client) == 4 ? TCP4 : TCP6).putShort((short) length)
                .put(client.getAddress().getAddress()).put(proxy.getAddress().getAddress())
                .putShort((short) client.getPort()).putShort((short) proxy.getPort()).flip();
    }

    private static int bytes(InetSocketAddress end) {
        return end.getAddress().getAddress().length;
    }
}
