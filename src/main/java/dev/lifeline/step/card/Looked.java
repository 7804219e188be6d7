package dev.lifeline.step.card;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.socket.SocketsNow;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.text.Counted;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.waterfall.WaterfallRows;
import dev.lifeline.wording.EndpointWords;
import dev.lifeline.wording.SocketWords;
import dev.lifeline.wording.picture.Gauge;
import dev.lifeline.wording.step.StopWords;
import dev.lifeline.wording.step.TcpInfoWords;
import java.util.ArrayList;
import java.util.List;

/// The kernel's table of sockets as lines of a card.
///
/// @param index the trace up to the moment
/// @param sides whether both programs are traced
/// @param began the time from which times are counted, in nanoseconds since the origin
record Looked(TraceIndex index, boolean sides, long began) {

    private static final int FD = 4;
    private static final int STATE = 12;
    private static final int QUEUE = 8;

    List<CardLine> sockets(Glyphs glyphs) {
        SocketsNow now = index.socketsNow();
        List<CardLine> lines = new ArrayList<>();
        if (now.ends().isEmpty() && now.listeners().isEmpty()) {
            return lines;
        }
        lines.add(CardLine.aside("", Role.DIM, row("fd", "state", "recv-q", "send-q", "inode")).saying(""));
        for (TraceEvent event : now.listeners()) {
            ListenerSeen seen = (ListenerSeen) event.body();
            lines.add(CardLine.fact("listener", Role.SERVER, "", row("", SocketState.LISTEN.label(), Counted.grouped(seen.queued()),
                    Counted.grouped(seen.backlog()), "port " + seen.local().port()), List.of(event))
                    .saying("the listener at port " + seen.local().port() + ": " + SocketWords.queue(seen)));
        }
        for (SocketsNow.End end : now.ends()) {
            lines.add(socket(end, now, glyphs));
            timer(end, glyphs, lines);
        }
        if (!now.ends().isEmpty()) {
            SocketsNow.End last = now.ends().getLast();
            lines.add(CardLine.aside("ends", Role.DIM, EndpointWords.of(last.end() == Lane.CLIENT ? last.tuple() : last.tuple().reversed(), glyphs)));
        }
        return lines;
    }

    private static CardLine socket(SocketsNow.End end, SocketsNow now, Glyphs glyphs) {
        SocketSnapshot socket = end.seen().socket();
        int fd = now.descriptor(socket.inode());
        String words = end.gone() != null ? "gone, last seen in " + socket.state().label()
                : row(fd < 0 ? "" : Integer.toString(fd), socket.state().label(), Counted.grouped(socket.receiveQueue()),
                        Counted.grouped(socket.sendQueue()), SocketWords.inode(socket, end.end()));
        return CardLine.fact(end.end().label(), WaterfallRows.role(end.end()), "", words,
                end.gone() == null ? List.of(end.event()) : List.of(end.event(), end.gone()))
                .saying(end.gone() != null ? "the " + end.end().label() + "'s socket is " + words : SocketWords.sentence(socket, end.end(), fd, glyphs));
    }

    /// A timer has a line of its own: it is the one thing of a socket that the table would have to cut. Sentences have it with their socket.
    private static void timer(SocketsNow.End end, Glyphs glyphs, List<CardLine> lines) {
        if (end.gone() == null && end.seen().socket().timer() != SocketTimer.NONE) {
            lines.add(CardLine.aside("  timer", Role.DIM, SocketWords.timer(end.seen().socket(), glyphs)).saying(""));
        }
    }

    private static String row(String fd, String state, String receive, String send, String inode) {
        return (FittedText.left(fd, FD) + FittedText.left(state, STATE) + FittedText.right(receive, QUEUE - 2) + FittedText.right(send, QUEUE)
                + "  " + inode).stripTrailing();
    }

    List<CardLine> queues(Glyphs glyphs) {
        SocketsNow now = index.socketsNow();
        List<CardLine> lines = new ArrayList<>();
        for (TraceEvent event : now.listeners()) {
            lines.add(CardLine.fact("accept queue", Role.KERNEL, sides ? Lane.SERVER.label() : "", Gauge.queue((ListenerSeen) event.body(), glyphs), List.of(event))
                    .saying(SocketWords.queue((ListenerSeen) event.body())));
        }
        for (SocketsNow.End end : now.ends()) {
            if (end.gone() == null) {
                SocketSnapshot socket = end.seen().socket();
                long room = socket.memory() == null ? 0 : socket.memory().receiveLimit();
                long out = socket.memory() == null ? 0 : socket.memory().sendLimit();
                lines.add(CardLine.fact("recv-q", Role.PLAIN, end.end().label(), Gauge.bytes(socket.unread(), room, glyphs), List.of(end.event()))
                        .saying("the " + end.end().label() + "'s receive buffer: " + Gauge.figures(socket.unread(), room)));
                lines.add(CardLine.fact("send-q", Role.PLAIN, end.end().label(), Gauge.bytes(socket.unacknowledged(), out, glyphs), List.of(end.event()))
                        .saying("the " + end.end().label() + "'s send buffer: " + Gauge.figures(socket.unacknowledged(), out)));
            }
        }
        return lines;
    }

    List<CardLine> tcpInfo(Glyphs glyphs) {
        List<CardLine> lines = new ArrayList<>();
        for (SocketsNow.End end : index.socketsNow().ends()) {
            SocketSnapshot socket = end.seen().socket();
            if (socket.info() == null) {
                lines.add(CardLine.fact(end.end().label(), WaterfallRows.role(end.end()), "", StopWords.socket(socket, end.end()) + ", no tcp_info", List.of(end.event())));
                continue;
            }
            for (String words : TcpInfoWords.lines(socket.info(), glyphs)) {
                lines.add(CardLine.fact(end.end().label(), WaterfallRows.role(end.end()), "", words, List.of(end.event())));
            }
        }
        return lines;
    }
}
