package dev.lifeline.step.card;

import dev.lifeline.analysis.socket.SocketsNow;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.model.event.KernelEvent.SocketGone;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.step.PlayedScenario;
import dev.lifeline.step.Stop;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.waterfall.WaterfallRows;
import dev.lifeline.wording.PlayWords;
import dev.lifeline.wording.SocketWords;
import dev.lifeline.wording.picture.Gauge;
import dev.lifeline.wording.step.StopWords;
import java.util.ArrayList;
import java.util.List;

/// The place where a person stands: who is stopped where, what the kernel showed by then, what comes next.
final class StopLines {

    private final StopSight sight;
    private final Glyphs glyphs;

    StopLines(StopSight sight, Glyphs glyphs) {
        this.sight = sight;
        this.glyphs = glyphs;
    }

    /// The line of the stop itself.
    CardLine stop() {
        Stop stop = sight.stop();
        String number = "run " + sight.journey().run() + ", stop " + stop.number();
        boolean replay = sight.journey().isReplay();
        String place = switch (stop.kind()) {
            case HELD -> StopWords.place(stop.stage(), stop.after(), stop.lane(), stop.actor(), sight.numbered() ? stop.connection() : 0);
            case STEP -> "before step " + stop.step() + ": " + step(stop.step());
            case RUNNING -> ProgramLines.waiting(sight.index());
            case END -> "the end";
        };
        String label = replay ? "REPLAY" : stop.isEnd() ? "over" : stop.kind() == Stop.Kind.RUNNING ? "waiting" : "stopped";
        String words = replay ? place + "; a recording: nothing runs" : place;
        String figure = replay ? "stop " + stop.number() + " of " + sight.journey().stops().size() : number;
        String stands = stop.isHeld() ? StopWords.stands(stop.stage(), stop.after(), stop.lane(), stop.actor(), sight.numbered() ? stop.connection() : 0)
                : stop.kind() == Stop.Kind.STEP ? "the play stands " + place : place;
        return new CardLine(label, replay ? Role.HELD : Role.STRONG, "", words, figure, List.of(), (replay ? "REPLAY, " : "") + figure + ": " + stands
                + (replay ? "; this is a recording, and nothing runs" : ""));
    }

    /// The step as the scenario calls it: the play said so when it came to it, or when it began.
    private String step(int number) {
        for (TraceEvent event : sight.journey().events()) {
            if (event.body() instanceof PlayEvent.StepHeld held && held.number() == number) {
                return PlayWords.held(held);
            } else if (event.body() instanceof PlayEvent.StepStarted step && step.number() == number) {
                return PlayWords.step(step);
            }
        }
        return "";
    }

    /// The line of what comes next; `null` where nothing does.
    CardLine next() {
        Stop stop = sight.stop();
        return switch (stop.kind()) {
            case HELD -> CardLine.aside("next", Role.DIM, stop.stage() == Stage.FIRST_BYTE && !stop.after() && isUnread(stop)
                    ? StopWords.READ_READY : StopWords.next(stop.stage(), stop.after(), stop.lane(), sight.journey().header().target()));
            case STEP -> {
                PlayedScenario played = PlayedScenario.of(sight.journey().header());
                String line = played == null ? "the step" : played.line(stop.step());
                boolean braces = line.startsWith("{") && line.endsWith("}");
                yield CardLine.aside("next", Role.DIM, line).saying("next: " + (braces ? line.substring(1, line.length() - 1) : line));
            }
            case RUNNING -> CardLine.aside("next", Role.DIM, "Enter waits on; Ctrl-C breaks a wait off");
            case END -> null;
        };
    }

    /// The last look at the queue and at both ends of the connection that this stop is about.
    List<CardLine> facts() {
        SocketsNow now = sight.index().socketsNow();
        Stop stop = sight.stop();
        List<CardLine> lines = new ArrayList<>();
        for (TraceEvent event : now.listeners()) {
            ListenerSeen seen = (ListenerSeen) event.body();
            if (stop.stage() == Stage.ACCEPT && !stop.after() || seen.queued() > 0) {
                lines.add(CardLine.fact("accept queue", Role.KERNEL, "", Gauge.queue(seen, glyphs), List.of(event)).saying(SocketWords.queue(seen)));
            }
        }
        int number = sight.index().connections().kernelNumber(stop.lane(), stop.connection());
        List<SocketsNow.End> ends = now.ends();
        for (int i = Math.max(0, ends.size() - 2); number == 0 && i < ends.size(); i++) {
            lines.add(end(ends.get(i)));
        }
        for (SocketsNow.End end : ends) {
            if (number > 0 && end.connection() == number) {
                lines.add(end(end));
            }
        }
        lines.addAll(new WebLines(sight.index(), stop, sight.sides()).news(sight));
        return lines;
    }

    /// Tells whether the last look found bytes that the one who stands here has not read.
    private boolean isUnread(Stop stop) {
        int number = sight.index().connections().kernelNumber(stop.lane(), stop.connection());
        for (SocketsNow.End end : sight.index().socketsNow().ends()) {
            if (number > 0 && end.connection() == number && end.end() == stop.lane() && end.gone() == null) {
                return end.seen().socket().unread() > 0;
            }
        }
        return false;
    }

    /// Tells whether a socket that is gone from the table has left bytes to its program, which has neither closed it nor read since: after a reset from the other
    /// side Linux gives them out before it gives the error (`tcp_recvmsg_locked` in net/ipv4/tcp.c).
    private boolean isReadable(SocketsNow.End end) {
        if (end.seen().socket().unread() == 0 || end.seen().socket().inode() == 0) {
            return false;
        }
        for (TraceEvent event : sight.index().events()) {
            boolean ends = event.body() instanceof StageEvent.Started began && began.stage() == Stage.CLOSE
                    || event.body() instanceof StreamEvent.ChunkRead && event.at() >= end.event().at();
            if (ends && event.lane() == end.end() && sight.index().connections().kernelNumber(event.lane(), event.connection()) == end.connection()) {
                return false;
            }
        }
        return true;
    }

    private CardLine end(SocketsNow.End end) {
        String words = end.gone() == null ? StopWords.socket(end.seen().socket(), end.end())
                : isReadable(end) ? StopWords.readable(end.seen().socket().unread())
                : StopWords.gone(end.gone().body() instanceof SocketGone gone ? gone.last() : end.seen().socket().state());
        return CardLine.fact("socket", WaterfallRows.role(end.end()), end.end().label(), words,
                end.gone() == null ? List.of(end.event()) : List.of(end.event(), end.gone())).saying("the " + end.end().label() + "'s socket: " + words);
    }
}
