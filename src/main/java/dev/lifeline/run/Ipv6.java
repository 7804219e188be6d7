package dev.lifeline.run;

import dev.lifeline.observe.portable.SpentDescriptors;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;

/// Says if this program can listen over IPv6 at all. Java finds that out once, when it starts.
public final class Ipv6 {

    /// The sentence where it cannot.
    public static final String OFF = "IPv6 is off here (trace doctor says what would enable it)";

    private Ipv6() {
    }

    /// Says if an address is of a family that is off.
    public static boolean isOffFor(InetAddress address) {
        return address instanceof Inet6Address && isOff();
    }

    /// Says if IPv6 is off.
    static boolean isOff() {
        try (ServerSocketChannel _ = ServerSocketChannel.open(StandardProtocolFamily.INET6)) {
            return false;
        } catch (UnsupportedOperationException | IOException e) {
            return !SpentDescriptors.ranOut(e);
        }
    }
}
