package dev.lifeline.observe.packet;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.packet.CaptureRoom;
import dev.lifeline.linux.packet.PacketCapture;
import dev.lifeline.linux.packet.PacketFrame;
import dev.lifeline.linux.wire.Decoded;
import dev.lifeline.linux.wire.PacketDecoder;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.CapturedPacket;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.observe.Subject;
import dev.lifeline.record.Recorder;
import java.lang.foreign.Arena;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/// The thread that captures: opens the socket, waits for a run and for its ports, reads packets until the run is over, records what
/// belongs to it.
///
/// It begins before there is a run, for where a ring has to be made that takes the kernel some ten milliseconds; where no run comes,
/// all is given back after [#LEASE_MILLIS]. The thread gives it back last, when nobody waits for it any more: an older kernel takes
/// some twenty for that.
final class CaptureLoop implements Runnable, PacketSink {

    /// A capture that was tried waits so long for a run.
    static final long LEASE_MILLIS = 3_000;

    /// Packets come this late at the most: the blocks of a ring, where a kernel that counts in ticks of 4 ms needs two of them.
    private static final long LATEST_NANOS = 10_000_000;
    private static final long LONGEST_CLOSE_NANOS = 60_000_000;
    private static final long POLL_NANOS = 200_000_000;
    private static final long UNWOKEN_POLL_NANOS = 5_000_000;
    private static final long BUSY_POLL_NANOS = 1_000_000;
    private static final long BUSY_FOR_NANOS = 50_000_000;
    private static final int FIRST_SAMPLES = 64;
    private static final int SAMPLES = 3;
    private static final int MAX_TOLD = 8192;
    /// As many as the ring has blocks.
    private static final int MAX_TAKES = 64;

    private final CaptureRoom room;
    private final Clocks ours;
    private final CaptureState state = new CaptureState();
    private final ArrayBlockingQueue<TraceEvent> told = new ArrayBlockingQueue<>(MAX_TOLD);
    private final AtomicLong untold = new AtomicLong();
    private Recorder recorder;
    private ClockBridge clocks;
    private FlowBook book;
    private PacketCapture capture;
    private long lastPacketAt;
    private final WholeRoom whole = new WholeRoom();
    private final RisingCount drops = new RisingCount();
    private Ports captured = Ports.NONE;
    private NameBook names;
    private int device = -1;
    private String deviceName;

    /// One whose thread somebody else starts.
    ///
    /// @param ours what is compared to bring packets to the time of the trace; `null` for the clocks of this machine
    CaptureLoop(CaptureRoom room, Clocks ours) {
        this.room = room;
        this.ours = ours;
    }

    /// Starts one that has no run yet.
    ///
    /// @param kept `true` where it waits for one; otherwise it only opens its socket
    static CaptureLoop start(CaptureRoom room, boolean kept) {
        CaptureLoop loop = new CaptureLoop(room, null);
        if (!kept) {
            loop.state.close(0);
        }
        Thread.ofPlatform().daemon().name("lifeline-packets").start(loop);
        return loop;
    }

    /// How far it is.
    CaptureState state() {
        return state;
    }

    /// A traced program recorded something; any thread.
    void tell(TraceEvent event) {
        if (!told.offer(event)) {
            untold.incrementAndGet();
        }
        if (event.body() instanceof StageEvent.Failed) {
            // Often no packet tells of it, and its own are waiting.
            state.wake();
        }
    }

    @Override
    public void run() {
        try (Arena arena = Arena.ofConfined(); PacketCapture opened = PacketCapture.open(arena, room)) {
            capture = opened;
            state.opened(opened);
            capture();
            state.over();
        } catch (NativeException e) {
            failed(e, e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            // A fault of this program. It must not look as if the connection had been silent.
            failed(NativeException.unavailable("the capture failed: " + e, e), e.toString());
        }
    }

    /// A run that was given to this capture reads it in the recording; one that comes later is refused, with the reason.
    private void failed(NativeException why, String reason) {
        Subject its = state.failed(why);
        if (its != null) {
            recorder = its.recorder();
            lost(-1, (!captured.isEmpty() ? "the capture broke off: " : "no packet was captured: ") + reason);
        }
        state.over();
    }

    @Override
    public void found(long at, Evidence evidence, int connection, int attempt, EventBody body) {
        recorder.record(at, Lane.KERNEL, evidence, connection, attempt, body);
    }

    private void capture() throws NativeException {
        if (state.unwanted()) {
            return;
        }
        capture.prepare();
        Subject subject = state.awaitSubject(LEASE_MILLIS);
        if (subject == null) {
            return;
        }
        recorder = subject.recorder();
        book = new FlowBook(subject.mode(), subject.inFull(), this, new SeenEnds(recorder));
        names = new NameBook(subject.host(), this);
        clocks = new ClockBridge(ours == null ? new Clocks.Real(recorder.clock()) : ours);
        clocks.sample(FIRST_SAMPLES);
        if (state.awaitPort().isEmpty()) {
            return;
        }
        takePorts();
        lastPacketAt = now();
        while (true) {
            boolean closing = state.closing();
            long before = now();
            takePorts();
            compareClocks(1);
            boolean readAll = readPackets();
            tellAll();
            if (captured.wide() && book.knowsWhereItWent(before)) {
                state.narrow(book.sentOnPorts());
            }
            countDrops();
            if (readAll) {
                clocks.nothingBefore(before - LATEST_NANOS);
                book.settle(before - LATEST_NANOS);
            }
            if (closing && silent(before)) {
                break;
            }
            boolean busy = closing || before - lastPacketAt < BUSY_FOR_NANOS || book.undecided();
            capture.await(busy ? BUSY_POLL_NANOS : capture.wakes() ? POLL_NANOS : UNWOKEN_POLL_NANOS, closing || !busy);
        }
        countDrops();
        book.finish(now());
        names.finish(now());
        sayDrops(drops.rest(now()));
        if (untold.get() > 0) {
            lost(-1, untold.get() + " events of the programs came too fast to look for their packets");
        }
    }

    private void takePorts() throws NativeException {
        Ports wanted = state.wanted();
        if (wanted == captured) {
            return;
        }
        for (int port : wanted.numbers()) {
            book.port(port);
        }
        capture.begin(wanted.names(), wanted.wide(), wanted.numbers());
        captured = wanted;
        state.capturing(wanted);
    }

    /// Tells whether what belongs to the run has been seen, or will not come.
    private boolean silent(long now) {
        long since = state.closingSince();
        return book.over() && names.endedBefore(now - LATEST_NANOS) || now - Math.max(since, lastPacketAt) > LATEST_NANOS || now - since > LONGEST_CLOSE_NANOS;
    }

    /// Reads what is there, but no more than a buffer holds: on a port that is busy without end it would never be done.
    ///
    /// @return whether all was read
    private boolean readPackets() throws NativeException {
        for (int i = 0; i < MAX_TAKES; i++) {
            if (!capture.take()) {
                return true;
            }
            compareClocks(SAMPLES);
            // What the programs did before these packets was told before the kernel handed them over.
            tellAll();
            long unstamped = 0;
            for (PacketFrame frame = capture.next(); frame != null; frame = capture.next()) {
                unstamped += read(frame) ? 0 : 1;
            }
            if (unstamped > 0) {
                book.incomplete();
                lost(unstamped, "the kernel did not stamp them");
            }
            if (capture.damaged()) {
                lost(-1, "a block of the ring could not be read");
            }
            lastPacketAt = now();
        }
        return false;
    }

    private void compareClocks(int times) {
        long stepped = clocks.sample(times);
        if (stepped != 0) {
            found(now(), Evidence.KERNEL, 0, 0, new KernelEvent.ClockStepped(stepped));
        }
    }

    /// @return `false` where nobody knows when it passed
    private boolean read(PacketFrame frame) {
        if (frame.wall() == PacketFrame.UNSTAMPED) {
            return false;
        }
        long at = clocks.at(frame.wall());
        if (frame.device() != device) {
            device = frame.device();
            deviceName = capture.device(device);
        }
        if (whole.cut(frame.data())) {
            found(at, Evidence.KERNEL, 0, 0, new RunEvent.Remark((WholeRoom.MOST_BYTES >> 20) + " MiB of whole packets are kept: from here on "
                    + CapturedPacket.SNAP_BYTES + " bytes of each, which secrets of TLS do not open"));
        }
        Decoded decoded = PacketDecoder.decode(frame.data(), frame.length());
        Sighting sighting = new Sighting(at, clocks.uncertainty(), frame.wall(), frame.length(), frame.device(), deviceName,
                frame.outgoing(), frame.data());
        book.seen(decoded, sighting);
        names.seen(decoded, sighting);
        return true;
    }

    private void tellAll() {
        for (TraceEvent event = told.poll(); event != null; event = told.poll()) {
            book.told(event);
            names.told(event);
        }
    }

    private void countDrops() throws NativeException {
        drops.add(capture.drops().drops());
        if (drops.total() > 0) {
            book.incomplete();
            sayDrops(drops.part(now()));
        }
    }

    private void sayDrops(long dropped) {
        if (dropped > 0) {
            lost(dropped, "the buffer of the capture was full");
        }
    }

    private void lost(long count, String reason) {
        found(now(), Evidence.KERNEL, 0, 0, new KernelEvent.EvidenceLost(PacketEvents.SOURCE, count, LossKind.MISSED, reason));
    }

    private long now() {
        return recorder.clock().now();
    }
}
