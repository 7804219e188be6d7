package dev.lifeline.linux;

/// A system call by its number (`asm/unistd_64.h`; `asm-generic/unistd.h` for AArch64). Through `syscall(2)` all of them have the
/// same shape.
public enum SystemCall {
    READ(0, 63),
    WRITE(1, 64),
    CLOSE(3, 57),
    FSTAT(5, 80),
    MMAP(9, 222),
    MUNMAP(11, 215),
    IOCTL(16, 29),
    DUP(32, 23),
    GETPID(39, 172),
    SOCKET(41, 198),
    CONNECT(42, 203),
    SENDTO(44, 206),
    RECVFROM(45, 207),
    SENDMSG(46, 211),
    RECVMSG(47, 212),
    BIND(49, 200),
    GETSOCKNAME(51, 204),
    GETPEERNAME(52, 205),
    SOCKETPAIR(53, 199),
    SETSOCKOPT(54, 208),
    GETSOCKOPT(55, 209),
    FCNTL(72, 25),
    CAPGET(125, 90),
    CAPSET(126, 91),
    OPENAT(257, 56),
    UNSHARE(272, 97),
    PPOLL(271, 73),
    EVENTFD2(290, 19),
    DUP3(292, 24),
    RECVMMSG(299, 243),
    PRLIMIT64(302, 261);

    private final int x86;
    private final int arm;

    SystemCall(int x86, int arm) {
        this.x86 = x86;
        this.arm = arm;
    }

    /// The name of its manual page.
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    int number(boolean aarch64) {
        return aarch64 ? arm : x86;
    }
}
