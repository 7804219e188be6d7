package dev.lifeline.file.codec;

import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Occasion;

/// Looks at sockets.
final class SocketRows {

    static final Field OWN_END = Field.endpoint("local", "This socket's own end.");
    static final Field OTHER_END = Field.endpoint("remote", "The other end, as this socket sees it.");
    private static final Field OCCASION = Field.word("occasion", EnumWords.OCCASIONS, null);
    private static final Field CAUSE = Field.reference("cause", "The seq of the event that made us look; -1 where none did.");

    static final CodecRow<KernelEvent.SocketSeen> SEEN = CodecRow.named("socket-seen",
            "A socket of the connection was looked at (sock_diag).",
            Field.word("end", EnumWords.LANES, "Whose socket: client or server."), OWN_END, OTHER_END, OCCASION, CAUSE,
            Field.object("socket", SnapshotRows.SOCKET, null))
            .of((event, out) -> out.word(event.end()).tuple(event.tuple()).word(event.occasion()).whole(event.cause())
                            .object(event.socket()),
                    in -> {
                        Lane end = in.word();
                        FourTuple tuple = in.tuple();
                        Occasion occasion = in.word();
                        long cause = in.whole();
                        SocketSnapshot socket = in.object();
                        return new KernelEvent.SocketSeen(end, tuple, socket, occasion, cause);
                    });

    static final CodecRow<KernelEvent.SocketGone> GONE = CodecRow.named("socket-gone",
            "A socket that was in the kernel's table is there no more.",
            Field.word("end", EnumWords.LANES, "Whose socket it was."),
            OWN_END,
            OTHER_END,
            Field.word("lastState", EnumWords.STATES, "Its state when it was last seen."),
            Field.reference("cause", "The seq of the event that made us look; left out where none did.").optional(-1))
            .of((event, out) -> out.word(event.end()).tuple(event.tuple()).word(event.last()).whole(event.cause()),
                    in -> new KernelEvent.SocketGone(in.word(), in.tuple(), in.word(), in.whole()));

    static final CodecRow<KernelEvent.ListenerSeen> LISTENER = CodecRow.named("listener-seen",
            "The listening socket was looked at.",
            Field.endpoint("local", "Where it listens."),
            Field.size("queued", "Connections that wait for accept."),
            Field.size("backlog", "The limit of the accept queue; the kernel lets one more in."),
            OCCASION,
            CAUSE,
            Field.size("alike", "How many sockets listen at this address and port.").optional(1))
            .of((event, out) -> out.endpoint(event.local()).whole(event.queued()).whole(event.backlog()).word(event.occasion())
                            .whole(event.cause()).whole(event.alike()),
                    in -> new KernelEvent.ListenerSeen(in.endpoint(), in.whole(), in.whole(), in.word(), in.whole(), in.whole()));

    static final CodecRow<KernelEvent.DescriptorFound> DESCRIPTOR = CodecRow.named("descriptor-found",
            "The descriptor of a socket was found.",
            Field.word("end", EnumWords.LANES, "Whose socket."),
            Field.word("purpose", EnumWords.PURPOSES, "The use of the socket."),
            Field.count("descriptor", "Its number in the traced process."),
            Field.size("inode", "Inode of the socket."))
            .of((event, out) -> out.word(event.end()).word(event.purpose()).whole(event.descriptor()).whole(event.inode()),
                    in -> new KernelEvent.DescriptorFound(in.word(), in.word(), in.count(), in.whole()));

    private SocketRows() {
    }
}
