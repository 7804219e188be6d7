package dev.lifeline.linux.descriptor;

import java.io.File;

/// Looks for a socket among the descriptors of this process: numbers found lately first, then upwards from the lowest that was
/// free when the table was made, because the kernel gives each new descriptor the lowest number that is free; then those below,
/// which mostly are files that stay open. Not for several threads at once.
public final class DescriptorTable {

    /// The most numbers that one search looks at, about a millisecond's worth.
    static final int MOST_NUMBERS = 4096;

    private static final int RECENT = 8;

    /// Numbers above the highest that was in use when the table was last read: new descriptors are looked for there too.
    private static final int MARGIN = 16;

    private final SocketCalls calls;
    private final int[] recent = new int[RECENT];
    private int recentCount;
    private final int free;
    private int end;

    /// @param calls made on each number
    public DescriptorTable(SocketCalls calls) {
        this.calls = calls;
        this.end = endOfSearch();
        int number = 0;
        while (number < end && calls.inode(number) != SocketCalls.NOT_OPEN) {
            number++;
        }
        this.free = number;
    }

    /// The first socket that passes the test, or `null` where none does.
    public FoundSocket find(SocketTest test) {
        for (int i = 0; i < Math.min(recentCount, RECENT); i++) {
            FoundSocket found = look(recent[i], test);
            if (found != null) {
                return found;
            }
        }
        FoundSocket found = find(free, end, test);
        if (found == null) {
            found = find(0, free, test);
        }
        if (found == null) {
            // Only now: reading the folder costs as much as looking at a hundred numbers.
            int known = end;
            end = endOfSearch();
            found = find(known, end, test);
        }
        if (found != null) {
            recent[recentCount++ % RECENT] = found.descriptor();
        }
        return found;
    }

    private FoundSocket find(int from, int to, SocketTest test) {
        for (int number = from; number < to; number++) {
            FoundSocket found = look(number, test);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private FoundSocket look(int number, SocketTest test) {
        long inode = calls.inode(number);
        if (inode == SocketCalls.NOT_OPEN || inode == SocketCalls.NO_SOCKET) {
            return null;
        }
        TcpSocket socket = new TcpSocket(calls, number);
        return test.matches(socket, inode) ? new FoundSocket(socket, inode) : null;
    }

    /// Where a search ends: above the highest number in use, or the highest possible where the kernel does not list them.
    private int endOfSearch() {
        String[] names = new File("/proc/self/fd").list();
        if (names == null) {
            long limit = calls.descriptorLimit();
            return limit < 0 ? MOST_NUMBERS : (int) Math.min(limit, MOST_NUMBERS);
        }
        int highest = -1;
        for (String name : names) {
            highest = Math.max(highest, number(name));
        }
        return Math.min(highest + 1 + MARGIN, MOST_NUMBERS);
    }

    private static int number(String name) {
        try {
            return Integer.parseInt(name);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
