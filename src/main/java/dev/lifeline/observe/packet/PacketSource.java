package dev.lifeline.observe.packet;

import dev.lifeline.linux.Errno;
import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.packet.PacketCapture;
import dev.lifeline.linux.packet.RingSize;
import dev.lifeline.model.Evidence;
import dev.lifeline.observe.Availability;
import dev.lifeline.observe.Availability.Available;
import dev.lifeline.observe.Availability.Unavailable;
import dev.lifeline.observe.Observer;
import dev.lifeline.observe.ObservingSource;
import dev.lifeline.observe.Subject;
import dev.lifeline.observe.UnavailableException;
import dev.lifeline.record.TraceClock;
import java.lang.foreign.Arena;

/// Packets, from a ring that the kernel fills (packet(7), TPACKET_V3). Needs `CAP_NET_RAW` in the network namespace: root, or a user
/// namespace of one's own.
public final class PacketSource implements ObservingSource {

    private static final String ENABLE = "sudo trace …, or in namespaces of your own: trace connect --serve --sandbox, unshare -Urn";
    private static final int PROBE_SAMPLES = 500;

    private final RingSize size;

    /// With the ordinary ring, of four MiB.
    public PacketSource() {
        this(RingSize.ORDINARY);
    }

    /// With a ring of another size.
    PacketSource(RingSize size) {
        this.size = size;
    }

    @Override
    public String name() {
        return PacketTeller.SOURCE;
    }

    @Override
    public Evidence grade() {
        return Evidence.PACKET;
    }

    @Override
    public String purpose() {
        return "SYN, data, FIN and RST as they pass, stamped by the kernel";
    }

    @Override
    public Availability probe() {
        try (Arena arena = Arena.ofConfined(); PacketCapture capture = PacketCapture.open(arena, size)) {
            capture.prepare();
            ClockBridge clocks = new ClockBridge(new Clocks.Real(TraceClock.start()));
            clocks.sample(PROBE_SAMPLES);
            clocks.at(new Clocks.Real(TraceClock.start()).wall());
            return new Available("a ring of " + size.bytes() / 1024 + " KiB; stamps exact to " + clocks.uncertainty() + " ns");
        } catch (NativeException e) {
            return why(e);
        } catch (RuntimeException | LinkageError e) {
            return new Unavailable("a packet socket could not be tried: " + e, null);
        }
    }

    @Override
    public Observer start(Subject subject) throws UnavailableException {
        try {
            return PacketObserver.start(subject, size);
        } catch (NativeException e) {
            throw new UnavailableException(why(e));
        }
    }

    private static Unavailable why(NativeException e) {
        if (e.errno() == null) {
            return new Unavailable(e.getMessage(), null);
        }
        return switch (e.errno().number()) {
            case Errno.EPERM, Errno.EACCES -> new Unavailable("a packet socket needs CAP_NET_RAW (" + e.getMessage() + ")", ENABLE);
            case Errno.EAFNOSUPPORT -> new Unavailable("this kernel has no packet sockets (" + e.getMessage() + ")", null);
            case Errno.ENOMEM -> new Unavailable("the kernel has no memory for the ring (" + e.getMessage() + ")", null);
            default -> new Unavailable("no packets can be captured: " + e.getMessage(), null);
        };
    }
}
