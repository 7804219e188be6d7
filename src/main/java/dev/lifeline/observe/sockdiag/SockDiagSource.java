package dev.lifeline.observe.sockdiag;

import dev.lifeline.linux.Errno;
import dev.lifeline.linux.NativeException;
import dev.lifeline.model.Evidence;
import dev.lifeline.observe.Availability;
import dev.lifeline.observe.Availability.Unavailable;
import dev.lifeline.observe.Observer;
import dev.lifeline.observe.ObservingSource;
import dev.lifeline.observe.Subject;
import dev.lifeline.observe.UnavailableException;
import dev.lifeline.observe.portable.Enabling;

/// The kernel's table of sockets: Linux, no privilege.
///
/// Gives state, queues, timer, retransmissions, owner and `tcp_info` of both ends and the queue of the listener, right after each
/// event of the programs and at each hold; between events what changed; at the end the last figures of each socket.
public final class SockDiagSource implements ObservingSource {

    static final String NAME = "sockdiag";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Evidence grade() {
        return Evidence.KERNEL;
    }

    @Override
    public String purpose() {
        return "states, queues, timers and retransmissions of the kernel's own table";
    }

    @Override
    public Availability probe() {
        try {
            return SockDiagTrial.run();
        } catch (NativeException e) {
            return unavailable(e);
        }
    }

    @Override
    public Observer start(Subject subject) throws UnavailableException {
        try {
            return SockDiagObserver.start(subject);
        } catch (NativeException e) {
            throw new UnavailableException(unavailable(e));
        }
    }

    /// A protocol that is missing is a module; a family that is missing is netlink itself, which no kernel with a network lacks.
    static Unavailable unavailable(NativeException e) {
        return switch (e.errno() == null ? 0 : e.errno().number()) {
            case Errno.EPROTONOSUPPORT -> new Unavailable("this kernel has no socket diagnosis: " + e.getMessage(), modules());
            case Errno.EAFNOSUPPORT, Errno.EPERM, Errno.EACCES -> new Unavailable(
                    "a seccomp filter (of the container, or RestrictAddressFamilies= of systemd) or a security module refuses netlink sockets: "
                            + e.getMessage(), null);
            default -> Unavailable.of(e);
        };
    }

    /// The command that loads what answers for sockets.
    static String modules() {
        return Enabling.here().asRoot("modprobe -a inet_diag tcp_diag");
    }
}
