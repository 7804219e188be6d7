package dev.lifeline.linux.thread;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.SystemCall;
import dev.lifeline.linux.SystemCalls;
import java.lang.foreign.Arena;

/// A network namespace (network_namespaces(7)) for one thread and those that it starts: sockets belong to the namespace of the thread that
/// opens them. The kernel takes it away when the last thread and the last socket in it are gone.
public final class NetworkNamespace {

    private static final int CLONE_NEWNET = 0x4000_0000;

    private NetworkNamespace() {
    }

    /// Moves the calling platform thread, and it alone, into a new one: it has nothing but a loopback interface that is down.
    ///
    /// There is no way back for this thread.
    ///
    /// @throws NativeException EPERM without `CAP_SYS_ADMIN`
    public static void enterNew() throws NativeException {
        try (Arena arena = Arena.ofConfined()) {
            SystemCalls.in(arena).must(SystemCall.UNSHARE, CLONE_NEWNET, 0, 0, 0, 0, 0);
        }
    }
}
