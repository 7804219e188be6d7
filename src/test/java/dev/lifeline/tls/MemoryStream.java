package dev.lifeline.tls;

import dev.lifeline.model.Endpoint;
import dev.lifeline.net.ByteStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/// One end of a connection in memory, whose bytes come in pieces as the test wants them. For one thread.
final class MemoryStream implements ByteStream {

    private MemoryStream peer;
    private final ByteArrayOutputStream arrived = new ByteArrayOutputStream();
    private final ByteArrayOutputStream everything = new ByteArrayOutputStream();
    private int taken;
    private boolean ended;
    private boolean open = true;
    private IOException failure;
    int atMost = Integer.MAX_VALUE;
    int room = Integer.MAX_VALUE;
    boolean atOnce;

    private MemoryStream() {
    }

    static MemoryStream[] pair() {
        MemoryStream[] ends = {new MemoryStream(), new MemoryStream()};
        ends[0].peer = ends[1];
        ends[1].peer = ends[0];
        return ends;
    }

    /// Puts bytes there that the peer never sent.
    void arrive(byte... bytes) {
        arrived.writeBytes(bytes);
        everything.writeBytes(bytes);
    }

    /// Has reads fail once all that is there was read, as after a reset.
    void failWith(IOException e) {
        failure = e;
    }

    /// All that was sent to this end.
    byte[] everything() {
        return everything.toByteArray();
    }

    int waiting() {
        return arrived.size() - taken;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int count = Math.min(Math.min(waiting(), atMost), into.remaining());
        if (count == 0 && waiting() == 0) {
            if (failure != null) {
                throw failure;
            }
            return ended ? -1 : 0;
        }
        into.put(arrived.toByteArray(), taken, count);
        taken += count;
        if (waiting() == 0) {
            arrived.reset();
            taken = 0;
        }
        return count;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        if (!open) {
            throw new IOException("Broken pipe");
        }
        byte[] moved = new byte[Math.min(bytes.remaining(), Math.max(0, room - peer.waiting()))];
        bytes.get(moved);
        peer.arrive(moved);
        return moved.length;
    }

    @Override
    public void shutOutput() {
        peer.ended = true;
    }

    @Override
    public void resetOnClose() {
        peer.failWith(new IOException("Connection reset"));
    }

    @Override
    public void sendAtOnce() {
        atOnce = true;
    }

    @Override
    public void close() {
        open = false;
        peer.ended = true;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public boolean await(int interest, long nanos) {
        return (interest & SelectionKey.OP_READ) != 0 && (waiting() > 0 || ended || failure != null)
                || (interest & SelectionKey.OP_WRITE) != 0 && peer.waiting() < room;
    }

    @Override
    public Endpoint local() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Endpoint remote() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void register(Selector selector, int interest, Object owner) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isRegistered() {
        return false;
    }

    @Override
    public void want(int interest) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int wanted() {
        return 0;
    }

    @Override
    public boolean isReady(int interest) {
        return await(interest, 0);
    }
}
