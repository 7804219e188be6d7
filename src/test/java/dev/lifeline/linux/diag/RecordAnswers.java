package dev.lifeline.linux.diag;

import dev.lifeline.linux.netlink.NetlinkReply;
import dev.lifeline.linux.netlink.NetlinkSocket;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/// Records what this kernel says of sockets in each state, for the tests of the decoder. Started by hand: the folder of the hex
/// files is its argument, and their names begin with the kernel's version.
final class RecordAnswers {

    private static final String KERNEL = System.getProperty("os.version").replaceFirst("^(\\d+\\.\\d+).*", "linux-$1-");

    private final Path folder;
    private final NetlinkSocket netlink;

    private RecordAnswers(Path folder, NetlinkSocket netlink) {
        this.folder = folder;
        this.netlink = netlink;
    }

    public static void main(String[] arguments) throws IOException {
        try (NetlinkSocket netlink = NetlinkSocket.open(NetlinkSocket.SOCK_DIAG, 0, 1_000_000_000)) {
            RecordAnswers here = new RecordAnswers(Path.of(arguments[0]), netlink);
            here.ordinary("127.0.0.1", "");
            here.ordinary("::1", "-ipv6");
            here.deferred();
        }
    }

    private void ordinary(String address, String suffix) throws IOException {
        try (Loopback loopback = new Loopback(address, 1)) {
            SocketChannel first = loopback.connect();
            InetSocketAddress local = Loopback.local(first);
            first.write(ByteBuffer.wrap(new byte[300]));
            loopback.connect();
            record("listen" + suffix, DiagRequest.listener(loopback.address()));
            record("queued" + suffix, exact(loopback.address(), local));
            InetSocketAddress waiting = Loopback.local(loopback.connecting());
            record("syn-sent" + suffix, exact(waiting, loopback.address()));
            SocketChannel accepted = loopback.accept();
            accepted.read(ByteBuffer.allocate(300));
            record("established" + suffix, exact(local, loopback.address()));
            first.close();
            accepted.close();
            record("time-wait" + suffix, exact(local, loopback.address()));
        }
    }

    private void deferred() throws IOException {
        try (Loopback loopback = new Loopback("127.0.0.1", 5)) {
            loopback.deferAccept();
            InetSocketAddress local = Loopback.local(loopback.connect());
            record("syn-recv", exact(loopback.address(), local));
        }
    }

    private static ByteBuffer exact(InetSocketAddress local, InetSocketAddress remote) {
        return DiagRequest.exact(local, remote, DiagRequest.NO_COOKIE);
    }

    private void record(String name, ByteBuffer question) throws IOException {
        NetlinkReply.Answered answered = (NetlinkReply.Answered) netlink.request(question, 1);
        ByteBuffer payload = answered.messages().getFirst().payload();
        byte[] bytes = new byte[payload.limit()];
        payload.get(0, bytes);
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < bytes.length; at += 32) {
            text.append(HexFormat.of().formatHex(bytes, at, Math.min(at + 32, bytes.length))).append('\n');
        }
        Files.writeString(folder.resolve(KERNEL + name + ".hex"), text);
    }
}
