package dev.lifeline.linux.name;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The beginning of `struct __res_state` (`resolv.h` of glibc, where `long` has 64 bits): how one thread asks DNS servers. Pure.
///
/// The library promises this layout to every program that was ever compiled against `resolv.h`, so it does not change.
final class ResolverState {

    /// Up to the end of `nsaddr_list`; what follows is not touched.
    static final int BYTES = 68;

    static final int RETRANS = 0;
    static final int RETRY = 4;
    static final int OPTIONS = 8;
    static final int COUNT = 16;
    static final int SERVERS = 20;
    private static final int SERVER_BYTES = 16;
    private static final int MAX_SERVERS = 3;
    private static final int MAX_RETRANS = 30;
    private static final int MAX_RETRY = 5;

    private static final long RES_INIT = 0x1;
    private static final long RES_IGNTC = 0x20;
    private static final long RES_RECURSE = 0x40;
    private static final long RES_NOALIASES = 0x1000;
    private static final long RES_NORELOAD = 0x0200_0000;

    /// Each is asked for whatever `resolv.conf(5)` and `RES_OPTIONS` say: the state is set up; a cut-off answer is taken as it
    /// is, for there is no TCP server; recursion is wanted; `HOSTALIASES` is not read; a new `resolv.conf` does not undo this.
    /// The options that are left out matter as much: no search list, both families, one question beside the other.
    static final long WANTED = RES_INIT | RES_IGNTC | RES_RECURSE | RES_NOALIASES | RES_NORELOAD;

    private static final int DNS_PORT = 53;
    private static final int AF_INET = 2;
    private static final int LOOPBACK = 0x7F00_0001;

    private ResolverState() {
    }

    /// Why the bytes cannot be such a structure just set up by the library, or `null` when all that is known of one holds.
    static String flaw(ByteBuffer state) {
        long options = state.getLong(OPTIONS);
        int servers = state.getInt(COUNT);
        if ((options & RES_INIT) == 0) {
            return "its options are 0x" + Long.toHexString(options) + " and do not say that it is set up";
        }
        if (servers < 1 || servers > MAX_SERVERS) {
            return "it has " + servers + " servers";
        }
        int seconds = state.getInt(RETRANS);
        int tries = state.getInt(RETRY);
        if (seconds < 1 || seconds > MAX_RETRANS || tries < 1 || tries > MAX_RETRY) {
            return "it waits " + seconds + " s and tries " + tries + " times";
        }
        for (int i = 0; i < servers; i++) {
            int at = SERVERS + i * SERVER_BYTES;
            int family = state.getShort(at) & 0xFFFF;
            int port = networkOrder(state).getShort(at + 2) & 0xFFFF;
            // The place of a server with an IPv6 address, which is kept elsewhere, is empty.
            if (family != 0 && (family != AF_INET || port != DNS_PORT)) {
                return "its server " + (i + 1) + " has family " + family + " and port " + port;
            }
        }
        return null;
    }

    /// From now on one question goes to one server, on this machine's loopback, once, and a second without an answer is its end.
    static void ask(ByteBuffer state, int port) {
        state.putInt(RETRANS, 1).putInt(RETRY, 1).putLong(OPTIONS, WANTED).putInt(COUNT, 1);
        state.putShort(SERVERS, (short) AF_INET).putLong(SERVERS + 8, 0);
        networkOrder(state).putShort(SERVERS + 2, (short) port).putInt(SERVERS + 4, LOOPBACK);
    }

    /// Tells whether [#ask] was done and nothing has undone it.
    static boolean asks(ByteBuffer state, int port) {
        ByteBuffer wanted = ByteBuffer.allocate(BYTES).order(state.order()).put(0, state, 0, BYTES);
        ask(wanted, port);
        return wanted.equals(state.slice(0, BYTES));
    }

    private static ByteBuffer networkOrder(ByteBuffer state) {
        return state.duplicate().order(ByteOrder.BIG_ENDIAN);
    }
}
