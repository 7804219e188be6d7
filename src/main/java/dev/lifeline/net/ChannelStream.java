package dev.lifeline.net;

import dev.lifeline.model.Endpoint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/// The bytes of a channel as they are.
public final class ChannelStream implements ByteStream {

    private static final long MILLI = 1_000_000;

    private final SocketChannel channel;
    private final Endpoint local;
    private final Endpoint remote;
    /// For its own waits, because only so a write has a time limit as a read has; `null` for the stream of a loop.
    private final Selector own;
    private SelectionKey key;

    private ChannelStream(SocketChannel channel, Endpoint local, Endpoint remote, Selector own) {
        this.channel = channel;
        this.local = local;
        this.remote = remote;
        this.own = own;
    }

    /// Takes over a connected channel, for an event loop.
    public static ChannelStream forLoop(SocketChannel channel) throws IOException {
        return new ChannelStream(channel, end(channel.getLocalAddress()), end(channel.getRemoteAddress()), null);
    }

    /// Takes over a connected channel, for a thread that waits for it. When that fails, the channel is left open.
    public static ChannelStream forWaits(SocketChannel channel) throws IOException {
        Selector selector = Selector.open();
        boolean done = false;
        try {
            channel.configureBlocking(false);
            ChannelStream stream = new ChannelStream(channel, end(channel.getLocalAddress()), end(channel.getRemoteAddress()),
                    selector);
            stream.key = channel.register(selector, 0);
            done = true;
            return stream;
        } finally {
            if (!done) {
                selector.close();
            }
        }
    }

    private static Endpoint end(java.net.SocketAddress address) {
        return Endpoint.of((InetSocketAddress) address);
    }

    @Override
    public Endpoint local() {
        return local;
    }

    @Override
    public Endpoint remote() {
        return remote;
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return channel.read(into);
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        return channel.write(bytes);
    }

    @Override
    public void shutOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public void resetOnClose() throws IOException {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    }

    @Override
    public void sendAtOnce() throws IOException {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    @Override
    public void register(Selector selector, int interest, Object owner) throws IOException {
        channel.configureBlocking(false);
        key = channel.register(selector, interest, owner);
    }

    @Override
    public boolean isRegistered() {
        return key != null;
    }

    @Override
    public void want(int interest) {
        if (key != null && key.isValid() && key.interestOps() != interest) {
            key.interestOps(interest);
        }
    }

    @Override
    public int wanted() {
        return key != null && key.isValid() ? key.interestOps() : 0;
    }

    @Override
    public boolean isReady(int interest) {
        return key != null && key.isValid() && (key.readyOps() & interest) != 0;
    }

    @Override
    public boolean await(int interest, long nanos) throws IOException, InterruptedException {
        try {
            key.interestOps(interest);
        } catch (CancelledKeyException closedMeanwhile) {
            throw new ClosedChannelException();
        }
        // To a selector, 0 would mean for ever.
        int ready = own.select(Math.max(0, nanos) / MILLI + 1);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        own.selectedKeys().clear();
        return ready > 0;
    }

    /// The selector goes first: a channel that is still registered is closed only later.
    @Override
    public void close() throws IOException {
        try {
            if (own != null) {
                own.close();
            }
        } finally {
            channel.close();
        }
    }
}
