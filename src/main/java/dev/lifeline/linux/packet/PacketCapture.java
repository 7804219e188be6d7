package dev.lifeline.linux.packet;

import dev.lifeline.linux.NativeException;
import java.lang.foreign.Arena;

/// Captures the packets of a few ports, into the socket's own buffer or, where that cannot be made large enough, into a ring.
///
/// It sees the network namespace of the thread that opened it. For one thread at a time, but for [#wake].
public final class PacketCapture implements AutoCloseable {

    private final Arena arena;
    private final PacketSocket socket;
    private final CaptureRoom room;
    private final WakeUp wakeUp;
    private PacketQueue queue;

    private PacketCapture(Arena arena, PacketSocket socket, CaptureRoom room, WakeUp wakeUp) {
        this.arena = arena;
        this.socket = socket;
        this.room = room;
        this.wakeUp = wakeUp;
    }

    /// Opens the socket; nothing is captured yet. This is the step that needs the permission.
    ///
    /// @param arena for the memory of the calls; must outlive the capture
    /// @throws NativeException EPERM without `CAP_NET_RAW`, EAFNOSUPPORT without packet sockets, no error number where native
    ///     calls cannot be made at all
    public static PacketCapture open(Arena arena, CaptureRoom room) throws NativeException {
        PacketSocket socket = PacketSocket.open(arena);
        return new PacketCapture(arena, socket, room, socket.wakeUp(arena));
    }

    /// Makes room for packets and hooks into the interfaces, with a filter that lets nothing through.
    ///
    /// @throws NativeException ENOMEM where there is no memory for a ring
    public void prepare() throws NativeException {
        queue = socket.buffer(room.bufferBytes()) ? new PacketBatches(socket, arena, room.snap()) : new PacketRing(socket, room.ring());
        socket.bind();
    }

    /// From its return on every packet of these ports is captured, and of no other. May be called again: the filter changes in
    /// one step.
    ///
    /// @param names whether questions to name servers are captured, too
    /// @param wide whether TCP of all other ports is
    /// @param ports up to [PortFilter#MAX_PORTS] of them
    public void begin(boolean names, boolean wide, int... ports) throws NativeException {
        socket.attach(PortFilter.of(room.snap(), names, wide, ports));
    }

    /// Takes over the next packets that are there; those that were taken before must not be read any more.
    ///
    /// @return `false` where there are none now
    public boolean take() throws NativeException {
        return queue.take();
    }

    /// The next of the packets that were taken, or `null` after the last.
    public PacketFrame next() {
        return queue.next();
    }

    /// Tells whether some of the packets that were taken could not be read.
    public boolean damaged() {
        return queue.damaged();
    }

    /// Waits until there are packets, somebody wakes, or the time is up.
    ///
    /// @param nanos how long at most
    /// @param urgent `false` where packets may as well wait until then: with one's own buffer each of them would end a wait, at the
    ///     cost of whoever sends it
    public void await(long nanos, boolean urgent) throws NativeException {
        socket.await(nanos, wakeUp, urgent || queue != null && !queue.wakesForEach());
    }

    /// Ends the wait that is under way, or else the next one. Any thread; when the capture is closed, nothing happens.
    public void wake() {
        if (wakeUp != null) {
            wakeUp.wake();
        }
    }

    /// Tells whether [#wake] ends waits: where the process has no descriptor left, it does not.
    public boolean wakes() {
        return wakeUp != null;
    }

    /// Packets that the kernel lost since the last call.
    public DropCount drops() throws NativeException {
        return socket.drops();
    }

    /// The name of an interface, or `null` where it is gone.
    public String device(int index) {
        return socket.device(index);
    }

    /// Gives memory and socket back. That no interface uses them any more is waited for by the kernel alone.
    @Override
    public void close() {
        if (queue != null) {
            queue.close();
            queue = null;
        }
        if (wakeUp != null) {
            wakeUp.close();
        }
        socket.close();
    }
}
