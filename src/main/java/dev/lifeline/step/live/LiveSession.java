package dev.lifeline.step.live;

import dev.lifeline.model.Evidence;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.play.StepWatch;
import dev.lifeline.record.DeadlineClock;
import dev.lifeline.record.Gates;
import dev.lifeline.record.Recorder;
import dev.lifeline.scenario.Step;
import dev.lifeline.step.Command;
import dev.lifeline.step.CommandException;
import dev.lifeline.step.Journey;
import dev.lifeline.step.Move;
import dev.lifeline.step.Stop;
import dev.lifeline.step.StopHit;
import dev.lifeline.step.WatchedLooks;
import dev.lifeline.wording.step.StopWords;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A live run under the hands of a person: it runs on a thread of its own and stands at gates; the person's thread lets it go on.
///
/// Threads: one thread calls [#go], [#refresh] and [#close]. Programs arrive on their own.
public final class LiveSession implements AutoCloseable {

    /// Nothing new for this long, and somebody stands at a gate: the move is over.
    private static final long QUIET_NANOS = 8_000_000L;
    /// The same where the one who was let go has not arrived: his call waits for something, or he computes.
    private static final long BUSY_NANOS = 25_000_000L;
    private static final int MOST_ARRIVALS = 1 << 14;
    private static final long JOIN_MILLIS = 5_000;

    /// A wait without end, for commands that nobody types.
    public static final long FOR_EVER = Long.MAX_VALUE;

    private final Driven driven;
    private final long patience;
    private final Recorder recorder;
    private final BlockingQueue<Standing> arrivals = new ArrayBlockingQueue<>(MOST_ARRIVALS);
    private final List<Standing> standing = new ArrayList<>();
    private final HeaderWitness witness = new HeaderWitness();
    private final Thread runner;
    private volatile boolean ended;
    private volatile Throwable broken;
    private volatile Trace trace;
    private long read;
    private volatile int round;
    private final Halting halting;
    private final Meanwhile meanwhile = new Meanwhile();
    private boolean clockStands;
    private final FaultDesk faults;

    private LiveSession(Driven driven, long patience) {
        this.driven = driven;
        this.patience = patience;
        this.recorder = driven.session().recorder();
        this.halting = new Halting(recorder, new Move(driven.isPlay() ? Move.Reach.STEP : Move.Reach.STAGE, null, List.of()));
        this.faults = new FaultDesk(driven);
        this.runner = Thread.ofPlatform().daemon().name("trace-step-run").unstarted(this::run);
    }

    /// Begins a run that is ready to go. It stops before its first stage.
    ///
    /// @param patience nanoseconds after which a move ends although nobody stands anywhere: a person wants the prompt back while a call
    ///     goes on
    public static LiveSession start(Driven driven, long patience) {
        LiveSession session = new LiveSession(driven, patience);
        driven.session().gates().post(session.halting::reason);
        driven.session().gates().onArrival(session::arrived);
        session.runner.start();
        return session;
    }

    private void run() {
        try {
            trace = driven.course().execute(witness, new Steps());
        } catch (RuntimeException | Error e) {
            broken = e;
        } finally {
            ended = true;
        }
    }

    /// Somebody came to a gate. With more arrivals than anybody can look at, he goes on: a program is never lost here. Who is held by the
    /// scenario itself waits for the scenario.
    private void arrived(Gates.Arrival arrival) {
        if (arrival.reason().equals(StopWords.REASON) && !arrivals.offer(new Standing.AtGate(arrival, round))) {
            arrival.halt().pass();
        }
    }

    /// The play comes to a step. Its own deadlines stand from then on.
    private final class Steps implements StepWatch {

        @Override
        public boolean stopsBefore(Step step) {
            return halting.stopsBefore(step);
        }

        @Override
        public void stand(Step step) throws InterruptedException {
            CountDownLatch latch = new CountDownLatch(1);
            DeadlineClock.stop();
            try {
                if (arrivals.offer(new Standing.BeforeStep(step, latch, round))) {
                    latch.await();
                }
            } finally {
                DeadlineClock.goOn();
            }
        }
    }

    /// Waits for the first stop.
    ///
    /// @param number the number of the run, from 1
    public Journey first(int number) throws InterruptedException {
        Stop.Kind kind = await(null);
        return reached(Journey.live(header(), number), kind);
    }

    private dev.lifeline.model.TraceHeader header() {
        fail();
        return trace != null ? trace.header() : witness.header() != null ? witness.header() : driven.known().get();
    }

    /// Lets go who stands at the stop, or all, and waits until somebody stands at a gate again, or all is over.
    ///
    /// @throws InterruptedException when the person did not want to wait; the run goes on
    public Journey go(Journey journey, Move wanted) throws InterruptedException {
        round++;
        halting.begin(wanted, new WatchedLooks(wanted.breakpoints(), journey.events()));
        look();
        meanwhile.end(journey.events(), recorder);
        clock(false);
        if (wanted.reach() == Move.Reach.FREE || wanted.reach() == Move.Reach.STEP) {
            passStale();
        }
        standing.removeIf(Standing::isGone);
        List<Standing> moving = wanted.reach() == Move.Reach.FREE || wanted.reach() == Move.Reach.STEP ? List.copyOf(standing)
                : standing.isEmpty() ? List.of() : first(wanted.reach() == Move.Reach.STAGE);
        standing.removeAll(moving);
        for (Standing each : moving) {
            each.pass();
        }
        return reached(journey, await(moving.size() == 1 || wanted.reach() == Move.Reach.STAGE && !moving.isEmpty() ? moving.getFirst() : null));
    }

    /// Somebody who came while nobody waited for him was stopped by the move before: for what that watched, say. Where this one would not stop
    /// him there, he goes on.
    private void passStale() {
        List<Standing> came = new ArrayList<>();
        arrivals.drainTo(came);
        for (Standing each : came) {
            boolean stays = !(each instanceof Standing.AtGate gate) || halting.reason(gate.arrival()) != null;
            if (!stays || !arrivals.offer(each)) {
                each.pass();
            }
        }
    }

    /// The one who goes on by himself, and on the way to a stage all who stand behind one: nobody wants to see them there.
    private List<Standing> first(boolean toStage) {
        List<Standing> moving = new ArrayList<>(List.of(standing.getFirst()));
        for (Standing each : standing) {
            if (toStage && each != standing.getFirst() && each.isBehind()) {
                moving.add(each);
            }
        }
        return moving;
    }

    /// No deadline of our own passes while a person looks.
    private void clock(boolean stands) {
        if (stands && !clockStands) {
            DeadlineClock.stop();
        } else if (!stands && clockStands) {
            DeadlineClock.goOn();
        }
        clockStands = stands;
    }

    /// @param moved the only one who was let go, or `null`
    private Stop.Kind await(Standing moved) throws InterruptedException {
        long seen = recorder.next();
        long quietSince = System.nanoTime();
        long began = quietSince;
        boolean back = moved == null;
        while (true) {
            Standing arrival = arrivals.poll(QUIET_NANOS, TimeUnit.NANOSECONDS);
            long now = System.nanoTime();
            if (arrival != null) {
                standing.add(arrival);
                back |= moved != null && arrival.is(moved);
                quietSince = now;
                continue;
            }
            if (ended) {
                standing.clear();
                return Stop.Kind.END;
            }
            standing.removeIf(Standing::isGone);
            if (recorder.next() != seen) {
                seen = recorder.next();
                quietSince = now;
            } else if (!standing.isEmpty() && now - quietSince >= (back ? QUIET_NANOS : BUSY_NANOS)) {
                standing.sort(Standing.ORDER);
                clock(true);
                return Stop.Kind.HELD;
            } else if (standing.isEmpty() && (now - began >= faults.patience(patience) || halting.isChanged() && now - quietSince >= BUSY_NANOS) && header() != null) {
                return Stop.Kind.RUNNING;
            }
        }
    }

    private Journey reached(Journey journey, Stop.Kind kind) {
        fail();
        look();
        List<TraceEvent> fresh = fresh();
        int number = journey.stops().isEmpty() || journey.last().kind() != Stop.Kind.RUNNING ? journey.stops().size() + 1
                : journey.stops().size();
        Stop stop = switch (kind) {
            case HELD, STEP -> standing.getFirst().stop(number, read);
            case RUNNING -> Stop.running(number, read);
            case END -> Stop.end(number, read);
        };
        halting.looks().see(fresh);
        Journey there = journey.reached(header(), fresh, stop.within(driven.patience()), at -> due(at, stop));
        // While a call is waited for, nothing is stopped.
        meanwhile.begin(kind == Stop.Kind.RUNNING ? Long.MAX_VALUE : read);
        return there;
    }

    /// Whatever this stop is due to: places to which somebody came in this move, and values that changed.
    private List<StopHit> due(Journey at, Stop stop) {
        List<Stop> stood = new ArrayList<>(List.of(stop));
        for (Standing each : standing) {
            if (each.round() == round && each != standing.getFirst()) {
                stood.add(each.stop(stop.number(), read));
            }
        }
        List<StopHit> hits = new ArrayList<>(at.hits(stood));
        hits.addAll(halting.looks().hits());
        hits.addAll(meanwhile.besides(hits));
        return hits;
    }

    /// A wait that the person broke off: nobody stands anywhere, or others do.
    public Journey interrupted(Journey journey) {
        if (ended) {
            return reached(journey, Stop.Kind.END);
        }
        standing.sort(Standing.ORDER);
        return reached(journey, standing.isEmpty() ? Stop.Kind.RUNNING : Stop.Kind.HELD);
    }

    /// Looks at the kernel again: what happened since the stop is part of what is seen at it.
    public Journey refresh(Journey journey) {
        if (ended || journey.isOver()) {
            return journey;
        }
        look();
        return journey.refreshed(fresh(), read);
    }

    /// Records what the person says. A run that is over has a closed recording: it is written down behind its last event.
    public Journey say(Journey journey, RunEvent said) {
        if (!ended && recorder.record(Lane.CLIENT, Evidence.APPLICATION, 0, 0, said) >= 0) {
            return journey.refreshed(fresh(), read);
        } else if (!ended) {
            return journey.saying(said);
        }
        List<TraceEvent> fresh = new ArrayList<>(fresh());
        fresh.add(new TraceEvent(read++, recorder.clock().now(), Lane.CLIENT, Evidence.APPLICATION, 0, 0, said));
        return journey.refreshed(fresh, read);
    }

    /// Has an actor do something by hand while all others stay where they are, and looks at what came of it.
    ///
    /// @param told hears why it is not done, or not yet
    /// @throws CommandException where nobody can do it
    /// @throws InterruptedException when the person did not want to wait; it goes on by itself
    public Journey byHand(Journey journey, Command.Hand hand, Consumer<String> told) throws CommandException, InterruptedException {
        if (driven.isPlay()) {
            return byHandInPlay(journey, hand, told);
        }
        String not = new ReachedHands(driven.session().gates().reach()).perform(hand);
        if (not != null) {
            told.accept(not);
        }
        return settled(journey);
    }

    /// Looks who still stands: one who closed his connection does not, and whoever was waited for may have come.
    private Journey settled(Journey journey) throws InterruptedException {
        settle();
        boolean came = journey.last().kind() == Stop.Kind.RUNNING && !arrivals.isEmpty();
        return standing.removeIf(Standing::isGone) || ended || came ? reached(journey, await(null)) : refresh(journey);
    }

    /// The faults of the run.
    FaultDesk faults() {
        return faults;
    }

    /// Adds a fault or takes some away, and looks at what came of it.
    ///
    /// @param told hears what was done
    public Journey fault(Journey journey, Command.Fault fault, Consumer<String> told) throws CommandException, InterruptedException {
        told.accept(fault.act() == Command.Fault.Act.ADD ? faults.add(fault, journey.header().mode(), journey.last().number()) : faults.clear(fault));
        Journey there = settled(journey);
        TraceEvent late = ended ? faults.late(read) : null;
        return late == null ? there : there.refreshed(List.of(late), ++read);
    }

    private Journey byHandInPlay(Journey journey, Command.Hand hand, Consumer<String> told) throws CommandException, InterruptedException {
        Hands hands = new Hands(driven.handWork());
        String actor = hands.actor(hand.who());
        Hands.checkFree(actor, standing);
        halting.free(actor);
        try {
            String not = hands.perform(actor, hand);
            if (not != null) {
                told.accept(not);
            }
            settle();
        } finally {
            halting.free(null);
        }
        Journey acted = refresh(journey);
        meanwhile.begin(read);
        return acted;
    }

    /// Waits until nothing new is recorded, a moment at most: what the other side does with it is part of what is seen.
    private void settle() throws InterruptedException {
        long end = System.nanoTime() + BUSY_NANOS;
        long seen;
        do {
            seen = recorder.next();
            TimeUnit.NANOSECONDS.sleep(QUIET_NANOS);
        } while (recorder.next() != seen && System.nanoTime() < end);
    }

    private void look() {
        if (!ended) {
            driven.session().observation().look(-1);
        }
    }

    private List<TraceEvent> fresh() {
        List<TraceEvent> fresh = recorder.from(read);
        read += fresh.size();
        return fresh;
    }

    private void fail() {
        if (broken != null) {
            throw new IllegalStateException("the run broke: " + broken, broken);
        }
    }

    /// The trace of the run, once it is over; `null` before.
    public Trace trace() {
        return trace;
    }

    /// Ends the run where it is not over, and waits until it has given everything back. Whoever stands at a gate leaves by its interrupt: an
    /// open gate would have him do what the person did not let him do.
    @Override
    public void close() {
        if (!ended) {
            driven.interruption().accept("INT");
        }
        clock(false);
        join();
        faults.close();
        driven.session().gates().dismantle();
        standing.forEach(Standing::pass);
        join();
    }

    private void join() {
        try {
            runner.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
