package dev.lifeline.net;

import dev.lifeline.model.Endpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;

/// Stands between a program and its channel and turns round one bit of each byte, as TLS will turn all of them: `a` is `A` on the wire.
final class Flipped implements ByteStream {

    private static final int BIT = 0x20;

    private final ByteStream below;

    Flipped(ByteStream below) {
        this.below = below;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int from = into.position();
        int count = below.read(into);
        for (int i = from; i < into.position(); i++) {
            into.put(i, (byte) (into.get(i) ^ BIT));
        }
        return count;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        ByteBuffer turned = ByteBuffer.allocate(bytes.remaining());
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            turned.put((byte) (bytes.get(i) ^ BIT));
        }
        int taken = below.write(turned.flip());
        bytes.position(bytes.position() + taken);
        return taken;
    }

    @Override
    public Endpoint local() {
        return below.local();
    }

    @Override
    public Endpoint remote() {
        return below.remote();
    }

    @Override
    public boolean isOpen() {
        return below.isOpen();
    }

    @Override
    public void shutOutput() throws IOException {
        below.shutOutput();
    }

    @Override
    public void resetOnClose() throws IOException {
        below.resetOnClose();
    }

    @Override
    public void sendAtOnce() throws IOException {
        below.sendAtOnce();
    }

    @Override
    public void register(Selector selector, int interest, Object owner) throws IOException {
        below.register(selector, interest, owner);
    }

    @Override
    public boolean isRegistered() {
        return below.isRegistered();
    }

    @Override
    public void want(int interest) {
        below.want(interest);
    }

    @Override
    public int wanted() {
        return below.wanted();
    }

    @Override
    public boolean isReady(int interest) {
        return below.isReady(interest);
    }

    @Override
    public boolean await(int interest, long nanos) throws IOException, InterruptedException {
        return below.await(interest, nanos);
    }

    @Override
    public void close() throws IOException {
        below.close();
    }
}
