package dev.lifeline.observe.packet;

import dev.lifeline.linux.Errno;
import dev.lifeline.linux.NativeException;
import dev.lifeline.observe.Availability.Available;
import dev.lifeline.observe.Availability.Unavailable;
import dev.lifeline.observe.Tracing;
import dev.lifeline.observe.portable.Enabling;
import dev.lifeline.observe.portable.ProcessRights;
import dev.lifeline.observe.portable.Right;
import dev.lifeline.observe.sandbox.SandboxSource;
import java.util.function.BooleanSupplier;

/// Why there is no packet socket, and what would give one here.
final class PacketRefusal {

    private PacketRefusal() {
    }

    /// The reason alone, which every run records.
    ///
    /// @param rights those of this process; `null` where they are not known
    static String reason(NativeException e, ProcessRights rights) {
        String said = " (" + e.getMessage() + ")";
        return switch (e.errno().number()) {
            case Errno.EPERM, Errno.EACCES -> (rights == null || !rights.has(Right.NET_RAW) ? "a packet socket needs CAP_NET_RAW"
                    : rights.nested() ? "CAP_NET_RAW is there and refused: the network namespace belongs to another user namespace, or a filter says no"
                    : rights.filtered() ? "CAP_NET_RAW is there and refused: a seccomp filter or a security module refuses packet sockets"
                    : "CAP_NET_RAW is there and refused: a security module (SELinux, AppArmor) refuses packet sockets") + said;
            case Errno.EAFNOSUPPORT -> (rights != null && rights.filtered() ? "packet sockets are refused: by the seccomp filter here, or this kernel has none"
                    : "this kernel has no packet sockets") + said;
            case Errno.ENOMEM -> "the kernel has no memory for the ring" + said;
            default -> "no packets can be captured: " + e.getMessage();
        };
    }

    /// Says what would enable them, or gives `null` where nothing here would.
    ///
    /// @param tracing what the person wants to do with them
    /// @param sandbox whether a namespace of one's own is to be had; asked only where it matters
    static String enable(NativeException e, Enabling here, Tracing tracing, BooleanSupplier sandbox) {
        ProcessRights rights = here.rights();
        int errno = e.errno().number();
        boolean refused = errno == Errno.EPERM || errno == Errno.EACCES;
        if (!refused && !(errno == Errno.EAFNOSUPPORT && rights != null && rights.filtered())) {
            return null;
        }
        boolean lacking = refused && (rights == null || !rights.has(Right.NET_RAW));
        StringBuilder ways = new StringBuilder();
        if (lacking) {
            way(ways, here.with(Right.NET_RAW, tracing.command()));
            boolean mayBeGiven = here.sudo() && (rights == null || !rights.root() && !rights.fixed() && rights.mayHave(Right.NET_RAW));
            way(ways, mayBeGiven && here.script("packet-runtime") != null ? "once for all: " + here.script("packet-runtime") : null);
        } else if (rights.filtered()) {
            way(ways, rights.container() == null ? "start it where no filter is: RestrictAddressFamilies= of a systemd unit is one"
                    : here.container("--security-opt seccomp=unconfined", "another seccomp profile"));
        }
        way(ways, tracing.sandboxed() != null && (lacking || rights.nested()) && sandbox.getAsBoolean()
                ? (rights != null && rights.root() ? "in a namespace of its own: " : "without root: ") + here.trace(tracing.sandboxed()) : null);
        return ways.isEmpty() ? null : ways.toString();
    }

    private static void way(StringBuilder ways, String way) {
        if (way != null) {
            ways.append(ways.isEmpty() ? "" : Enabling.OR).append(way);
        }
    }

    /// The answer with what would enable it; tries whether a sandbox can be had.
    static Unavailable explained(NativeException e, Unavailable why, Tracing tracing) {
        return new Unavailable(why.reason(), enable(e, Enabling.here(), tracing, () -> new SandboxSource().probe() instanceof Available));
    }
}
