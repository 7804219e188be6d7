package dev.lifeline.linux;

import java.io.IOException;

/// A call into the kernel or the C library did not work, or cannot be made here at all.
public final class NativeException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Errno errno;

    private NativeException(String message, Errno errno, Throwable cause) {
        super(message, cause);
        this.errno = errno;
    }

    /// The call was made and failed.
    ///
    /// @param what the call, for a person
    /// @param errno the kernel's reason
    public static NativeException failed(String what, Errno errno) {
        return new NativeException(what + ": " + errno, errno, null);
    }

    /// Native calls cannot be made here.
    ///
    /// @param reason why, for a person
    public static NativeException unavailable(String reason, Throwable cause) {
        return new NativeException(reason, null, cause);
    }

    /// Says for a person how native calls would become possible here; `null` where nothing is known that would.
    public String remedy() {
        return getCause() instanceof IllegalCallerException ? "start Java with --enable-native-access=ALL-UNNAMED" : null;
    }

    /// The kernel's reason, or `null` where no call was made.
    public Errno errno() {
        return errno;
    }
}
