package dev.lifeline.wording;

import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.TcpField;
import dev.lifeline.model.TcpInfo;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Glyphs;
import java.util.Map;

/// News about the socket of one end, look by look, as marks of a ladder.
///
/// A new state is told, that a program took the connection, that the kernel tries again. Queues change with every call, so they
/// are told only where they explain something: bytes for a program that has not accepted, and a window that is closed.
public final class SocketMarks {

    /// In the unit of the kernel's timers.
    private static final long SECOND = 1_000;

    private final Lane end;
    private final Map<Long, Integer> descriptors;
    private final boolean packets;
    private final boolean brief;
    private final boolean terse;
    private final Glyphs glyphs;
    private SocketState state;
    private boolean accepted;
    private int retransmits;
    private boolean toldOfBytes;
    private boolean toldOfProbes;
    private boolean toldOfWindow;
    private boolean destroyed;
    private TcpInfo before;

    /// @param descriptors the numbers of descriptors, by inode
    /// @param packets whether packets are drawn
    /// @param brief whether only the states are told, on the side where this end stands, and what explains a wait
    /// @param terse whether states are told only that last, or that explain a wait: the packets imply the others
    public SocketMarks(Lane end, Map<Long, Integer> descriptors, boolean packets, boolean brief, boolean terse, Glyphs glyphs) {
        this.terse = terse;
        this.end = end;
        this.packets = packets;
        this.brief = brief;
        this.descriptors = descriptors;
        this.glyphs = glyphs;
    }

    /// Writes what a look at the socket found; `null` where it was said before.
    public String next(SocketSeen seen) {
        SocketSnapshot socket = seen.socket();
        if (seen.occasion() == Occasion.DESTROYED) {
            boolean connected = state != null && state != SocketState.SYN_SENT;
            if (brief) {
                return null;
            }
            destroyed = true;
            state = socket.state();
            return name() + " destroyed" + figures(socket.info(), connected);
        }
        before = socket.info() == null ? before : socket.info();
        String news = news(socket);
        return news == null ? null : brief ? socket.state().label() + news : name() + " " + socket.state().label() + news + observed(seen.occasion());
    }

    /// Writes that a socket is in the kernel's table no more; `null` where the kernel had told so itself.
    public String gone(SocketState last) {
        return destroyed ? null : brief ? state == SocketState.TIME_WAIT ? null : "gone" : name() + " gone, last seen " + last.label();
    }

    /// Writes that a change was found some time after it happened; nothing for another occasion.
    public static String observed(Occasion occasion) {
        return occasion == Occasion.CHANGE ? ", observed by then" : "";
    }

    private String news(SocketSnapshot socket) {
        boolean news = socket.state() != state && !(terse && passing(socket.state()));
        state = socket.state();
        StringBuilder out = new StringBuilder();
        if (end == Lane.SERVER && !accepted && (state == SocketState.ESTABLISHED || state == SocketState.CLOSE_WAIT)) {
            if (socket.inode() == 0) {
                out.append(brief ? ", not accepted" : ", not accepted (inode 0)");
                long unread = socket.receiveQueue() - (state == SocketState.CLOSE_WAIT ? 1 : 0);
                if (unread > 0) {
                    news |= !toldOfBytes;
                    toldOfBytes = true;
                    out.append(", ").append(Counted.of(unread, "byte")).append(" unread");
                }
            } else {
                news |= !terse;
                accepted = true;
                Integer descriptor = descriptors.get(socket.inode());
                String held = descriptor == null ? "inode " + socket.inode() : "fd " + descriptor;
                out.append(brief ? ", " + held : ", accepted (" + held + ")");
            }
        }
        news |= socket.retransmits() > retransmits && !packets;
        retransmits = socket.retransmits();
        if (retransmits > 0 && socket.timer() == SocketTimer.RETRANSMIT) {
            out.append(", ").append(Counted.of(retransmits, "retransmission"));
        }
        news |= windows(socket, out);
        if (state == SocketState.TIME_WAIT && socket.expires() > 0) {
            out.append(", ").append((socket.expires() + SECOND / 2) / SECOND).append(" s to go");
        }
        return news ? out.toString() : null;
    }

    /// Says if packets imply a state, and the next ones end it.
    private static boolean passing(SocketState state) {
        return switch (state) {
            case SYN_SENT, SYN_RECV, NEW_SYN_RECV, ESTABLISHED, FIN_WAIT1, FIN_WAIT2, CLOSE_WAIT, LAST_ACK, CLOSING -> true;
            case TIME_WAIT, CLOSE, LISTEN -> false;
        };
    }

    /// A closed window, seen from both sides: who does not read, and who waits with bytes to send.
    private boolean windows(SocketSnapshot socket, StringBuilder out) {
        boolean news = false;
        if (state != SocketState.ESTABLISHED) {
            return news;
        }
        if (socket.timer() == SocketTimer.PROBE) {
            news = !toldOfProbes;
            toldOfProbes = true;
            out.append(", ").append(Counted.of(socket.sendQueue(), "byte")).append(" to send, probe timer runs");
        }
        if (socket.receiveQueue() > 0 && socket.info() != null && socket.info().get(TcpField.RECEIVE_WINDOW) == 0) {
            news |= !toldOfWindow;
            toldOfWindow = true;
            out.append(brief ? "" : ", " + Counted.of(socket.receiveQueue(), "byte") + " unread").append(", window 0");
        }
        return news;
    }

    /// @param connected whether the socket was: then only its own reset wipes its figures
    private String figures(TcpInfo info, boolean connected) {
        if (info == null) {
            return "";
        }
        if (info.wipedAfter(before)) {
            return connected ? ": its last figures were wiped by the reset" : "";
        }
        String figures = SocketWords.lastFigures(info, glyphs);
        return figures.isEmpty() ? "" : ": " + figures;
    }

    private String name() {
        return end.label() + " end";
    }
}
