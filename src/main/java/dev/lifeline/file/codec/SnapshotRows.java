package dev.lifeline.file.codec;

import dev.lifeline.model.SocketMemory;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.TcpField;
import dev.lifeline.model.TcpInfo;

/// The objects of a look at a socket.
final class SnapshotRows {

    /// A struct of more bytes than this is none: Linux 6.18 has 280.
    private static final int MOST_BYTES = 4096;

    /// About what these take in memory beside their texts.
    private static final int SNAPSHOT_BYTES = 160;
    private static final int INFO_BYTES = 240;

    private static final TcpField[] TCP_FIELDS = TcpField.values();

    static final CodecRow<SocketMemory> MEMORY = CodecRow.named("memory",
            "The buffers of a socket in bytes of kernel memory, overhead included; left out where the kernel did not say.",
            Field.size("receiveUsedBytes", "In the receive buffer."),
            Field.size("receiveLimitBytes", "Its limit."),
            Field.size("sendUsedBytes", "In flight to the device."),
            Field.size("sendLimitBytes", "Limit of the send buffer."),
            Field.size("sendQueuedBytes", "In the send queue."),
            Field.size("backlogBytes", "Waiting for the socket's lock."),
            Field.size("drops", "Packets thrown away at this socket."))
            .of((memory, out) -> out.whole(memory.receiveUsed()).whole(memory.receiveLimit()).whole(memory.sendUsed())
                            .whole(memory.sendLimit()).whole(memory.sendQueued()).whole(memory.backlog()).whole(memory.drops()),
                    in -> new SocketMemory(in.whole(), in.whole(), in.whole(), in.whole(), in.whole(), in.whole(), in.whole()));

    static final CodecRow<TcpInfo> TCP_INFO = CodecRow.named("tcpInfo",
            "What the kernel knows of the connection (struct tcp_info): "
            + "fields that this kernel did not give are left out, and so is all of it in states that have none.", tcpFields())
            .of((info, out) -> {
                        for (TcpField field : TCP_FIELDS) {
                            out.whole(info.get(field));
                        }
                        out.text(info.raw());
                    },
                    in -> {
                        in.weigh(INFO_BYTES);
                        TcpInfo.Builder builder = new TcpInfo.Builder();
                        for (TcpField field : TCP_FIELDS) {
                            builder.with(field, in.whole());
                        }
                        return builder.build(in.text());
                    });

    static final CodecRow<SocketSnapshot> SOCKET = CodecRow.named("socket", "One look at a socket in the kernel's table.",
            Field.word("state", EnumWords.STATES, null),
            Field.whole("cookie", "The kernel's number of this very socket; no other socket ever has it."),
            Field.size("inode", "Of its descriptor; 0 where no program holds one: not accepted yet, or closed already."),
            Field.size("receiveQueue", "Bytes that wait for the program to read them; on a listening socket connections that "
                    + "wait for "
                    + "accept."),
            Field.size("sendQueue", "Bytes that the peer has not acknowledged; on a listening socket the limit of its accept "
                    + "queue."),
            Field.word("timer", EnumWords.TIMERS, null),
            Field.size("expiresMillis", "Until the timer expires; 0 where none runs."),
            Field.count("retransmits", "How often the timer has expired without an answer."),
            Field.text("congestion", "Name of the congestion control; left out where there is none.").optional(),
            Field.object("memory", MEMORY, null).optional(),
            Field.object("tcpInfo", TCP_INFO, null).optional())
            .of((socket, out) -> out.word(socket.state()).whole(socket.cookie()).whole(socket.inode()).whole(socket.receiveQueue())
                            .whole(socket.sendQueue()).word(socket.timer()).whole(socket.expires()).whole(socket.retransmits())
                            .text(socket.congestion()).object(socket.memory()).object(socket.info()),
                    in -> {
                        in.weigh(SNAPSHOT_BYTES);
                        return new SocketSnapshot(in.word(), in.whole(), in.whole(), in.whole(), in.whole(), in.word(), in.whole(),
                                in.count(), in.text(), in.object(), in.object());
                    });

    private static Field[] tcpFields() {
        Field[] fields = new Field[TCP_FIELDS.length + 1];
        for (TcpField field : TCP_FIELDS) {
            fields[field.ordinal()] = Field.size(field.wireName(), field.meaning()).optional(TcpInfo.ABSENT);
        }
        fields[TCP_FIELDS.length] = Field.hex("raw", MOST_BYTES, "The bytes as they came, in hexadecimal; at most 4096 bytes.");
        return fields;
    }

    private SnapshotRows() {
    }
}
