package dev.lifeline.play.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Objects;

/// A small DNS server: UDP on a free port of 127.0.0.1, so only programs of this machine can ask it. It answers on one daemon
/// thread, `lifeline-dns-PORT`, one question after the other, and counts before it answers: who has an answer finds its question
/// counted.
///
/// The methods may be called from any thread.
public final class DnsResponder implements AutoCloseable {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final long CLOSE_MILLIS = 2_000;
    /// Failures of the socket in a row after which it is given up.
    private static final int MAX_FAILURES = 16;

    private final DatagramChannel channel;
    private final int port;
    private final DnsZone zone;
    private final DnsCounts counts = new DnsCounts();
    private final Thread thread;

    private DnsResponder(DatagramChannel channel, int port, DnsZone zone) {
        this.channel = channel;
        this.port = port;
        this.zone = zone;
        this.thread = Thread.ofPlatform().daemon().name("lifeline-dns-".concat(Integer.toString(port))).unstarted(this::serve);
    }

    /// Binds the socket and answers from now on.
    ///
    /// @param zone a name that it does not have does not exist
    /// @throws IOException when there is no socket to be had
    public static DnsResponder open(DnsZone zone) throws IOException {
        Objects.requireNonNull(zone, "zone");
        DatagramChannel channel = DatagramChannel.open();
        boolean running = false;
        try {
            channel.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0));
            DnsResponder responder = new DnsResponder(channel, ((InetSocketAddress) channel.getLocalAddress()).getPort(), zone);
            responder.thread.start();
            running = true;
            return responder;
        } finally {
            if (!running) {
                channel.close();
            }
        }
    }

    /// The UDP port on 127.0.0.1.
    public int port() {
        return port;
    }

    /// Counts how often each name was asked for, and what could not be read.
    public DnsCounts queries() {
        return counts;
    }

    DnsZone zone() {
        return zone;
    }

    private void serve() {
        ByteBuffer datagram = ByteBuffer.allocate(DnsReply.MAX_BYTES);
        int failures = 0;
        while (channel.isOpen() && failures < MAX_FAILURES) {
            try {
                // A longer one is cut off; its question is at its beginning.
                SocketAddress from = channel.receive(datagram.clear());
                ByteBuffer answer = answer(datagram.flip());
                if (answer != null) {
                    channel.send(answer, from);
                }
                failures = 0;
            } catch (IOException closedOrBroken) {
                failures++;
            }
        }
    }

    private ByteBuffer answer(ByteBuffer datagram) {
        DnsQuestion question = DnsQuestion.read(datagram);
        if (question == null) {
            counts.unreadable();
            return null;
        }
        counts.asked(question);
        return zone.answer(question);
    }

    /// Closes the socket and waits, for a short while, until the thread has ended. Whoever waits for an answer waits on as for a
    /// silent server; whoever asks from now on is told by the kernel that nobody is there.
    @Override
    public void close() throws IOException {
        channel.close();
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
