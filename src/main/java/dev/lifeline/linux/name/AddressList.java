package dev.lifeline.linux.name;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads the list of `struct addrinfo` (`netdb.h`, 64-bit Linux) that `getaddrinfo(3)` gives. Pure but for the memory it reads.
final class AddressList {

    /// Addresses that are read at most; a list that leads back into itself ends here.
    static final int MOST = 1024;
    /// Bytes of a text that are read at most: `NI_MAXHOST`.
    static final int TEXT_BYTES = 1025;

    static final int NODE_BYTES = 48;
    private static final int ADDRESS_LENGTH = 16;
    private static final int ADDRESS = 24;
    private static final int CANONICAL = 32;
    private static final int NEXT = 40;

    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int SOCKADDR_IN_BYTES = 16;
    private static final int SOCKADDR_IN6_BYTES = 28;

    private AddressList() {
    }

    /// The whole list.
    ///
    /// @param host the name that the addresses get, so that nobody asks for it again
    /// @param first address of the first node; 0 for an empty list
    static NameAnswer.Found read(String host, LibraryMemory memory, long first) {
        List<InetAddress> addresses = new ArrayList<>();
        String canonical = null;
        long at = first;
        for (int i = 0; i < MOST && at != 0; i++) {
            ByteBuffer node = memory.at(at, NODE_BYTES);
            long name = node.getLong(CANONICAL);
            if (canonical == null && name != 0) {
                canonical = text(memory, name);
            }
            InetAddress address = address(host, memory, node.getLong(ADDRESS), node.getInt(ADDRESS_LENGTH));
            if (address != null && !has(addresses, address)) {
                addresses.add(address);
            }
            at = node.getLong(NEXT);
        }
        return new NameAnswer.Found(addresses, canonical);
    }

    /// The JDK takes addresses that differ in their scope alone for equal.
    private static boolean has(List<InetAddress> addresses, InetAddress wanted) {
        for (InetAddress each : addresses) {
            if (each.equals(wanted) && scope(each) == scope(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static int scope(InetAddress address) {
        return address instanceof Inet6Address six ? six.getScopeId() : 0;
    }

    /// The address of a `struct sockaddr`, or `null` where it is of another family or too short.
    private static InetAddress address(String host, LibraryMemory memory, long at, int length) {
        if (at == 0 || length < SOCKADDR_IN_BYTES) {
            return null;
        }
        ByteBuffer socketAddress = memory.at(at, Math.min(length, SOCKADDR_IN6_BYTES));
        int family = socketAddress.getShort(0) & 0xFFFF;
        try {
            if (family == AF_INET) {
                return InetAddress.getByAddress(host, bytes(socketAddress, 4, 4));
            }
            if (family != AF_INET6 || length < SOCKADDR_IN6_BYTES) {
                return null;
            }
            int scope = socketAddress.getInt(24);
            byte[] bits = bytes(socketAddress, 8, 16);
            // A scope of 0 is none; the JDK would write it out.
            return scope == 0 ? InetAddress.getByAddress(host, bits) : Inet6Address.getByAddress(host, bits, scope);
        } catch (UnknownHostException e) {
            throw new AssertionError("4 and 16 bytes are addresses", e);
        }
    }

    private static byte[] bytes(ByteBuffer from, int at, int length) {
        byte[] bytes = new byte[length];
        from.get(at, bytes);
        return bytes;
    }

    /// A text that ends with a zero byte, or `null` for an empty one. What is no UTF-8 becomes `U+FFFD`.
    static String text(LibraryMemory memory, long at) {
        ByteBuffer text = memory.at(at, TEXT_BYTES);
        int length = 0;
        while (length < TEXT_BYTES && text.get(length) != 0) {
            length++;
        }
        return length == 0 ? null : new String(bytes(text, 0, length), StandardCharsets.UTF_8);
    }
}
