package dev.lifeline.file.codec;

import dev.lifeline.file.LineMistake;
import dev.lifeline.model.SocketMemory;
import dev.lifeline.model.SocketSnapshot;

/// The object in a line that says how a socket looked.
final class SocketLine {

    /// About what a look at a socket takes in memory beside its texts.
    private static final int SNAPSHOT_BYTES = 160;

    private SocketLine() {
    }

    static void write(SocketSnapshot socket, FieldWriter out) {
        out.start(Field.SOCKET);
        out.text(Field.STATE, socket.state().label());
        out.whole(Field.COOKIE, socket.cookie());
        out.whole(Field.INODE, socket.inode());
        out.whole(Field.RECEIVE_QUEUE, socket.receiveQueue());
        out.whole(Field.SEND_QUEUE, socket.sendQueue());
        out.text(Field.TIMER, socket.timer().label());
        out.whole(Field.EXPIRES_MILLIS, socket.expires());
        out.whole(Field.RETRANSMITS, socket.retransmits());
        out.text(Field.CONGESTION, socket.congestion());
        if (socket.memory() != null) {
            memory(socket.memory(), out);
        }
        if (socket.info() != null) {
            TcpInfoLine.write(socket.info(), out);
        }
        out.end();
    }

    static SocketSnapshot read(FieldReader line) throws LineMistake {
        FieldReader in = line.object(Field.SOCKET);
        FieldReader memory = in.objectOrNull(Field.MEMORY);
        FieldReader info = in.objectOrNull(Field.TCP_INFO);
        in.weigh(SNAPSHOT_BYTES);
        return new SocketSnapshot(in.word(Field.STATE, EnumWords.STATES), in.whole(Field.COOKIE), in.size(Field.INODE),
                in.size(Field.RECEIVE_QUEUE), in.size(Field.SEND_QUEUE), in.word(Field.TIMER, EnumWords.TIMERS),
                in.size(Field.EXPIRES_MILLIS), in.count(Field.RETRANSMITS), in.textOrNull(Field.CONGESTION),
                memory == null ? null : memory(memory), info == null ? null : TcpInfoLine.read(info));
    }

    private static void memory(SocketMemory memory, FieldWriter out) {
        out.start(Field.MEMORY);
        out.whole(Field.RECEIVE_USED_BYTES, memory.receiveUsed());
        out.whole(Field.RECEIVE_LIMIT_BYTES, memory.receiveLimit());
        out.whole(Field.SEND_USED_BYTES, memory.sendUsed());
        out.whole(Field.SEND_LIMIT_BYTES, memory.sendLimit());
        out.whole(Field.SEND_QUEUED_BYTES, memory.sendQueued());
        out.whole(Field.BACKLOG_BYTES, memory.backlog());
        out.whole(Field.DROPS, memory.drops());
        out.end();
    }

    private static SocketMemory memory(FieldReader in) throws LineMistake {
        return new SocketMemory(in.size(Field.RECEIVE_USED_BYTES), in.size(Field.RECEIVE_LIMIT_BYTES),
                in.size(Field.SEND_USED_BYTES), in.size(Field.SEND_LIMIT_BYTES), in.size(Field.SEND_QUEUED_BYTES),
                in.size(Field.BACKLOG_BYTES), in.size(Field.DROPS));
    }
}
