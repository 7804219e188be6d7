package dev.lifeline.observe.packet;

import dev.lifeline.linux.Errno;
import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.packet.CaptureRoom;
import dev.lifeline.linux.thread.ThreadCapability;
import dev.lifeline.model.Evidence;
import dev.lifeline.observe.Availability;
import dev.lifeline.observe.Availability.Available;
import dev.lifeline.observe.Availability.Unavailable;
import dev.lifeline.observe.Observer;
import dev.lifeline.observe.ObservingSource;
import dev.lifeline.observe.Subject;
import dev.lifeline.observe.Tracing;
import dev.lifeline.observe.UnavailableException;
import dev.lifeline.observe.portable.ProcessRights;
import dev.lifeline.record.TraceClock;

/// Packets, from a buffer or a ring that the kernel fills (packet(7)). Needs `CAP_NET_RAW` in the network namespace: root, or a
/// user namespace of one's own.
public final class PacketSource implements ObservingSource {

    private static final int PROBE_SAMPLES = 64;
    /// A busy machine may need long to have our thread open it; less than all sources may take together.
    private static final long OPEN_MILLIS = 2_500;

    private final CaptureRoom room;
    private CaptureLoop tried;
    private volatile NativeException refused;

    /// With ordinary room.
    public PacketSource() {
        this(CaptureRoom.ORDINARY);
    }

    /// One that keeps packets whole, as far as a run has room for them.
    public static PacketSource whole() {
        return new PacketSource(CaptureRoom.WHOLE);
    }

    /// With other room.
    PacketSource(CaptureRoom room) {
        this.room = room;
    }

    @Override
    public String name() {
        return PacketEvents.SOURCE;
    }

    @Override
    public Evidence grade() {
        return Evidence.PACKET;
    }

    @Override
    public String purpose() {
        return "SYN, data, FIN and RST as they pass, stamped by the kernel; questions of the look-up";
    }

    /// Opens a packet socket for real, and closes it: a process that still had it at its end would wait for the kernel, some 30 ms.
    @Override
    public Availability probe() {
        return tried(false);
    }

    /// Leaves the packet socket to a [#start]: it need not be made again.
    @Override
    public Availability prepare() {
        return tried(true);
    }

    private Availability tried(boolean kept) {
        try {
            CaptureLoop loop = open(kept);
            synchronized (this) {
                tried = kept ? loop : null;
            }
            Clocks.Real now = new Clocks.Real(TraceClock.start());
            ClockBridge clocks = new ClockBridge(now);
            clocks.sample(PROBE_SAMPLES);
            clocks.at(now.wall());
            return new Available("a packet socket and a filter; stamps exact to " + clocks.uncertainty() + " ns");
        } catch (NativeException e) {
            return why(e);
        }
    }

    @Override
    public Observer start(Subject subject) throws UnavailableException {
        CaptureLoop loop;
        synchronized (this) {
            loop = tried;
            tried = null;
        }
        try {
            if (loop == null || !given(loop, subject)) {
                loop = open(true);
                if (!given(loop, subject)) {
                    throw NativeException.unavailable("the capture was over before it began", null);
                }
            }
            PacketObserver observer = new PacketObserver(subject, loop);
            observer.awaitNames();
            return observer;
        } catch (NativeException e) {
            throw new UnavailableException(why(e));
        }
    }

    /// @return `false` where its time is over
    /// @throws NativeException where it failed meanwhile: another one would too
    private static boolean given(CaptureLoop loop, Subject subject) throws NativeException {
        boolean given = loop.state().give(subject);
        NativeException failure = given ? null : loop.state().failure();
        if (failure != null) {
            throw failure;
        }
        return given;
    }

    private CaptureLoop open(boolean kept) throws NativeException {
        CaptureLoop loop = CaptureLoop.start(room, kept);
        if (!loop.state().awaitOpened(OPEN_MILLIS)) {
            loop.state().close(0);
            throw NativeException.unavailable("the kernel gave no packet socket within " + OPEN_MILLIS + " ms", null);
        }
        return loop;
    }

    private Unavailable why(NativeException e) {
        if (e.errno() == null) {
            return Unavailable.of(e);
        }
        refused = e;
        // Of an ordinary user nothing more is to be found out, and that is most of them: files of /proc would cost each start 3 ms.
        boolean ordinary = (e.errno().number() == Errno.EPERM || e.errno().number() == Errno.EACCES)
                && !ThreadCapability.has(ThreadCapability.NET_RAW);
        return new Unavailable(PacketRefusal.reason(e, ordinary ? null : ProcessRights.ofThisProcess()), null);
    }

    @Override
    public Unavailable explained(Unavailable why, Tracing tracing) {
        NativeException last = refused;
        return last == null ? why : PacketRefusal.explained(last, why, tracing);
    }
}
