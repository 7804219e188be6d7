package dev.lifeline.scenario.expectation;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TcpInfo;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.scenario.Need;
import dev.lifeline.scenario.Vocabulary;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.judge.ActorOnTrace;
import dev.lifeline.scenario.judge.ActorOnTrace.Own;
import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.Comparison;
import dev.lifeline.scenario.judge.LookSelector;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.judge.StageRun;
import dev.lifeline.scenario.judge.StepMark;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Rule;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.ArrayList;
import java.util.List;

/// Looks for the state of a socket as the kernel told it: SocketSeen, SocketGone.
public final class SocketCheck implements Check {

    @Override
    public Word word(String label) {
        return Word.of(label, "What the kernel said of a socket.",
                Subjects.OF_CONNECTION, Subjects.END, Subjects.AT,
                optional("state", ValueType.WORD, "its state; GONE where the kernel does not have it any more")
                        .of(Vocabulary.STATES),
                optional("accepted", ValueType.FLAG, "whether a program holds it; otherwise its inode is 0"),
                optional("receive-queue", ValueType.BOUND,
                        "bytes that wait for the program to read them; the kernel counts an unread FIN as one"),
                optional("send-queue", ValueType.BOUND,
                        "bytes that the peer has not acknowledged; the kernel counts a SYN or FIN as one"),
                optional("window", ValueType.BOUND, "the window that its peer last advertised, in bytes: how much it may send"),
                optional("timer", ValueType.WORD, "which timer runs").of(Vocabulary.TIMERS),
                optional("retransmits", ValueType.BOUND, "how often it has expired without an answer"))
                .with(Rule.some("state", "accepted", "receive-queue", "send-queue", "window", "timer",
                        "retransmits")).needing(Need.SOCKDIAG);
    }

    @Override
    public boolean lasts() {
        return false;
    }

    @Override
    public Answer look(PlayIndex play, Args args) {
        String subject = args.text("of") + "'s " + (args.has("end") ? args.text("end") + " " : "") + "socket" + Subjects.at(args);
        List<TraceEvent> looks = looks(play, args);
        StepMark mark = args.has("at") ? play.mark(args.text("at")) : null;
        TraceEvent look = chosen(looks, mark);
        boolean gone = look != null && look.body() instanceof KernelEvent.SocketGone;
        SocketSnapshot socket = look != null && look.body() instanceof KernelEvent.SocketSeen seen ? seen.socket() : null;
        Comparison comparison = new Comparison(args)
                .text("state", gone ? Vocabulary.GONE : socket == null ? null : socket.state().label())
                .flag("accepted", "held by a program", "held by no program", socket != null && socket.inode() != 0)
                .bound("receive-queue", socket == null ? -1 : socket.receiveQueue())
                .bound("send-queue", socket == null ? -1 : socket.sendQueue())
                .bound("window", window(socket))
                .text("timer", socket == null ? null : socket.timer().label())
                .bound("retransmits", socket == null ? -1 : socket.retransmits());
        String expected = subject + ": " + comparison.expected();
        if (look == null && LookSelector.nearest(looks, mark) != null) {
            return Answer.notSeen(expected, LookSelector.nearest(looks, mark));
        }
        if (look == null && looks.isEmpty() && neverNamed(play, args.text("of"))) {
            return Answer.notSeen(expected, "its port was never known, so its socket could not be told from others");
        }
        if (look == null) {
            return Answer.of(false, expected, "the kernel showed no such socket");
        }
        if (socket != null && args.has("window") && window(socket) == TcpInfo.ABSENT) {
            return Answer.notSeen(expected, "the kernel does not tell the window of a socket in this state, or never does");
        }
        if (gone && socket == null) {
            boolean only = !args.has("accepted") && !args.has("receive-queue") && !args.has("send-queue") && !args.has("window")
                    && !args.has("timer") && !args.has("retransmits");
            return Answer.of(comparison.held() && only, expected, subject + " was gone");
        }
        return comparison.answer(subject);
    }

    @Override
    public List<TraceEvent> restsOn(PlayIndex play, Args args) {
        TraceEvent look = chosen(looks(play, args), args.has("at") ? play.mark(args.text("at")) : null);
        return look == null ? List.of() : List.of(look);
    }

    private static TraceEvent chosen(List<TraceEvent> looks, StepMark mark) {
        TraceEvent before = lastUntil(looks, mark);
        // Once gone, a socket is not seen any more: what was true before the step is true during it.
        return before != null && before.body() instanceof KernelEvent.SocketGone ? before : LookSelector.at(looks, mark);
    }

    /// Tells whether connects of an actor began, and no program or look could say from which port.
    private static boolean neverNamed(PlayIndex play, String actor) {
        ActorOnTrace its = play.actor(actor);
        boolean began = false;
        for (StageRun run : its == null ? List.<StageRun>of() : play.runs()) {
            boolean connect = run.stage() == Stage.CONNECT && play.isOf(run, actor, its.connections());
            if (connect && (run.outcome() != null || run.isBound())) {
                return false;
            }
            began |= connect;
        }
        return began;
    }

    private static long window(SocketSnapshot socket) {
        return socket == null || socket.info() == null ? TcpInfo.ABSENT : socket.info().sendWindow();
    }

    /// Gathers all that the kernel said of that end, by time.
    private static List<TraceEvent> looks(PlayIndex play, Args args) {
        ActorOnTrace actor = play.actor(args.text("of"));
        List<TraceEvent> looks = new ArrayList<>();
        if (actor == null) {
            return looks;
        }
        String end = args.text("end");
        List<Own> meant = meant(play, actor, args.text("at") == null ? null : play.mark(args.text("at")));
        for (TraceEvent event : play.events()) {
            for (Own own : meant) {
                if (end != null && actor.kind() == ActorKind.RELAY && !own.lane().label().equals(end)) {
                    continue;
                }
                Lane wanted = end == null || end.equals(own.lane().label()) ? own.lane() : other(own.lane());
                if (isAbout(play, event, own, wanted)) {
                    looks.add(event);
                    break;
                }
            }
        }
        return looks;
    }

    /// The connections of the actor that are meant: of a client that connected again, the one that it had by then.
    private static List<Own> meant(PlayIndex play, ActorOnTrace actor, StepMark mark) {
        List<Own> all = actor.connections();
        if (actor.kind() != ActorKind.CLIENT || all.size() < 2) {
            return all;
        }
        if (mark == null) {
            return List.of(all.getLast());
        }
        Own meant = all.getFirst();
        for (TraceEvent event : play.events()) {
            Own begun = new Own(event.lane(), event.connection());
            if (event.at() <= mark.end() && all.indexOf(begun) > all.indexOf(meant)) {
                meant = begun;
            }
        }
        return List.of(meant);
    }

    private static boolean isAbout(PlayIndex play, TraceEvent event, Own own, Lane end) {
        FourTuple seen;
        // The kernel's last words tell figures, not a state: what is left may be in TIME_WAIT, and they come late.
        if (event.body() instanceof KernelEvent.SocketSeen socket && socket.end() == end
                && socket.occasion() != Occasion.DESTROYED) {
            seen = socket.tuple();
        } else if (event.body() instanceof KernelEvent.SocketGone socket && socket.end() == end) {
            seen = socket.tuple();
        } else {
            return false;
        }
        FourTuple tuple = play.tuple(own);
        // Without a tuple, as in SYN_SENT, the number is all there is.
        return tuple == null ? play.isAbout(event, own) : seen.equals(end == own.lane() ? tuple : tuple.reversed());
    }

    private static TraceEvent lastUntil(List<TraceEvent> looks, StepMark mark) {
        TraceEvent last = null;
        for (TraceEvent look : looks) {
            if (mark == null || look.at() <= mark.end()) {
                last = look;
            }
        }
        return last;
    }

    private static Lane other(Lane lane) {
        return lane == Lane.CLIENT ? Lane.SERVER : Lane.CLIENT;
    }
}
