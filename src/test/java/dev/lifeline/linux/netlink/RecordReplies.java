package dev.lifeline.linux.netlink;

import dev.lifeline.linux.NativeMemory;
import dev.lifeline.linux.SystemCall;
import dev.lifeline.linux.SystemCalls;
import dev.lifeline.linux.diag.DiagRequest;
import dev.lifeline.linux.diag.Loopback;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/// Records whole datagrams of this kernel, the headers of their messages included, for the tests of [ReplyCollector]. Started by
/// hand in a network namespace of its own (`unshare -n`, `lo` up), because it makes interfaces: the folder of the hex files is its
/// argument, and their names begin with the kernel's version.
final class RecordReplies {

    private static final String KERNEL = System.getProperty("os.version").replaceFirst("^(\\d+\\.\\d+).*", "linux-$1-");
    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW = 3;
    private static final int SOL_NETLINK = 270;
    private static final int CAP_ACK = 10;
    private static final int EXT_ACK = 11;
    private static final int STRICT = 12;
    private static final int RTM_GETLINK = 18;
    private static final int IFLA_EXT_MASK = 29;
    private static final int SKIP_STATISTICS = 8;
    private static final int BYTES = 4096;

    private final Path folder;
    private final SystemCalls calls;
    private final NativeMemory memory;

    private RecordReplies(Path folder, Arena arena) throws IOException {
        this.folder = folder;
        this.calls = SystemCalls.in(arena);
        this.memory = NativeMemory.allocate(arena, BYTES);
    }

    public static void main(String[] arguments) throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            RecordReplies here = new RecordReplies(Path.of(arguments[0]), arena);
            here.refusals();
            here.dump();
            here.interrupted();
            here.destroyed();
        }
    }

    private void refusals() throws IOException {
        ByteBuffer wrong = new MessageWriter(RTM_GETLINK, NetlinkMessage.ACK, 64).u8(0).u8(0).u16(1).zeros(12).message();
        for (boolean capped : new boolean[] {false, true}) {
            long socket = open(NetlinkSocket.ROUTE, 0, capped ? new int[] {EXT_ACK, STRICT, CAP_ACK} : new int[] {EXT_ACK, STRICT});
            send(socket, wrong);
            record(socket, capped ? "refused-capped" : "refused");
        }
        long socket = open(NetlinkSocket.ROUTE, 0, CAP_ACK);
        send(socket, new MessageWriter(NetlinkMessage.NOOP, NetlinkMessage.ACK, 64).message());
        record(socket, "acknowledged-capped");
    }

    private void dump() throws IOException {
        try (Loopback loopback = new Loopback("127.0.0.1", 50)) {
            for (int i = 0; i < 12; i++) {
                loopback.connect();
            }
            long socket = open(NetlinkSocket.SOCK_DIAG, 0);
            send(socket, DiagRequest.dump(true, 1 << 1, 0, loopback.address().getPort()));
            for (int part = 1; record(socket, "dump-" + part) != NetlinkMessage.DONE; part++) {
                System.out.println("part " + part);
            }
        }
    }

    /// The list of interfaces changes between two parts of its dump.
    private void interrupted() throws Exception {
        addInterface("recorded1");
        addInterface("recorded2");
        addInterface("recorded3");
        long socket = open(NetlinkSocket.ROUTE, 0);
        send(socket, new MessageWriter(RTM_GETLINK, NetlinkMessage.DUMP, 64).zeros(16).u16(8).u16(IFLA_EXT_MASK).u32(SKIP_STATISTICS)
                .message());
        record(socket, "links-1");
        addInterface("recorded4");
        for (int part = 2; record(socket, "links-" + part) != NetlinkMessage.DONE; part++) {
            System.out.println("part " + part);
        }
    }

    private static void addInterface(String name) throws IOException, InterruptedException {
        if (new ProcessBuilder("ip", "link", "add", name, "type", "veth").inheritIO().start().waitFor() != 0) {
            throw new IOException("no interface " + name);
        }
    }

    private void destroyed() throws IOException {
        long socket = open(NetlinkSocket.SOCK_DIAG, 1 | 1 << 2);
        try (Loopback loopback = new Loopback("127.0.0.1", 1)) {
            loopback.connect().close();
            loopback.accept().close();
            record(socket, "destroyed");
        }
    }

    private long open(int protocol, int groups, int... options) throws IOException {
        long socket = calls.must(SystemCall.SOCKET, AF_NETLINK, SOCK_RAW, protocol, 0, 0, 0);
        memory.buffer().putInt(0, 1);
        for (int option : options) {
            calls.must(SystemCall.SETSOCKOPT, socket, SOL_NETLINK, option, memory.address(), 4, 0);
        }
        memory.buffer().putLong(0, AF_NETLINK).putInt(8, groups);
        calls.must(SystemCall.BIND, socket, memory.address(), 12, 0, 0, 0);
        return socket;
    }

    private void send(long socket, ByteBuffer message) throws IOException {
        int length = message.remaining();
        memory.buffer().put(0, message, message.position(), length).putInt(8, 1);
        memory.buffer().putLong(BYTES - 16, AF_NETLINK).putInt(BYTES - 8, 0);
        calls.must(SystemCall.SENDTO, socket, memory.address(), length, 0, memory.address() + BYTES - 16, 12);
    }

    /// @return the type of its first message
    private int record(long socket, String name) throws IOException {
        int length = (int) calls.must(SystemCall.RECVFROM, socket, memory.address(), BYTES, 0, 0, 0);
        byte[] bytes = new byte[length];
        memory.buffer().get(0, bytes);
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < length; at += 32) {
            text.append(HexFormat.of().formatHex(bytes, at, Math.min(at + 32, length))).append('\n');
        }
        Files.writeString(folder.resolve(KERNEL + name + ".hex"), text);
        return memory.buffer().getShort(4);
    }
}
