package dev.lifeline.wording;

import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.TcpInfo;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Glyphs;
import java.util.HashMap;
import java.util.Map;

/// Looks at sockets as sentences, by time. Of many looks only those are told that found something new.
final class SocketSentences {

    /// The last state of a socket that was told, if unread bytes were, and the figures seen before.
    private record Known(String told, boolean unread, boolean connected, TcpInfo info) {
    }

    private static final Known NOTHING = new Known("", false, false, null);

    private final Glyphs glyphs;
    private final Map<Long, Known> sockets = new HashMap<>();
    private long queued;

    SocketSentences(Glyphs glyphs) {
        this.glyphs = glyphs;
    }

    /// Writes what a look found; `null` where there is nothing new.
    String of(KernelEvent.SocketSeen seen) {
        Lane end = end(seen.tuple(), seen.end());
        SocketSnapshot socket = seen.socket();
        // Only the last of each is kept: one entry for each socket, however long the trace.
        long key = socket.cookie() * 2 + end.ordinal() / 2;
        Known before = sockets.getOrDefault(key, NOTHING);
        if (seen.occasion() == Occasion.DESTROYED) {
            // The state that comes with this word is CLOSE, also where TIME_WAIT lives on in a smaller socket.
            return "the kernel told that the " + end.label() + "'s socket was destroyed" + lastFigures(socket.info(), before);
        }
        // A descriptor that is closed says nothing that the state does not say too.
        boolean held = socket.state() == SocketState.ESTABLISHED;
        String now = socket.state().label() + (held ? ", inode " + SocketWords.inode(socket, end) : "");
        // Bytes come and go with every call: they are told with what else is new, and for themselves the first time.
        boolean unread = socket.unread() > 0;
        boolean news = !now.equals(before.told) || unread && !before.unread;
        sockets.put(key, new Known(now, unread || before.unread, before.connected || socket.state() != SocketState.SYN_SENT,
                socket.info() == null ? before.info : socket.info()));
        return !news ? null : "the " + end.label() + "'s socket was seen in " + now
                + (unread ? ", " + Counted.of(socket.unread(), "byte") + " unread" : "");
    }

    private String lastFigures(TcpInfo info, Known before) {
        if (info == null) {
            return "";
        } else if (info.wipedAfter(before.info)) {
            return before.connected ? "; its last figures had been wiped by the reset" : "";
        }
        String figures = SocketWords.lastFigures(info, glyphs);
        return figures.isEmpty() ? "" : ", with " + figures;
    }

    /// Of a connection with itself both ends are one socket, the client's.
    private static Lane end(FourTuple tuple, Lane end) {
        return tuple.withItself() ? Lane.CLIENT : end;
    }

    /// Writes that a socket is gone from the kernel's table.
    static String of(KernelEvent.SocketGone gone) {
        return "the " + end(gone.tuple(), gone.end()).label() + "'s socket was gone from the kernel's table; it was last seen in "
                + gone.last().label();
    }

    /// Writes how many connections wait for accept; `null` where that is known.
    String of(KernelEvent.ListenerSeen seen) {
        long before = queued;
        queued = seen.queued();
        return before == queued ? null : Counted.of(queued, "connection") + " of at most " + Counted.grouped(seen.backlog())
                + (queued == 1 ? " was" : " were") + " seen in the accept queue"
                + (seen.alone() ? "" : " of one of " + Counted.grouped(seen.alike()) + " listeners at this port");
    }
}
