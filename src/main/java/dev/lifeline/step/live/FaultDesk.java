package dev.lifeline.step.live;

import dev.lifeline.model.Evidence;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.walk.FaultKind;
import dev.lifeline.play.DescriptorLimit;
import dev.lifeline.record.AddedFault;
import dev.lifeline.record.Faults;
import dev.lifeline.record.HandCall;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.Reachable;
import dev.lifeline.server.LoopbackServer;
import dev.lifeline.step.Command;
import dev.lifeline.step.CommandException;
import dev.lifeline.step.FaultOffer;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Printable;
import dev.lifeline.wording.step.FaultWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Adds faults to one run, takes them away, and gives back what they took.
///
/// Threads: one.
final class FaultDesk implements AutoCloseable {

    private static final long FAULTY_NANOS = 2_000_000_000L;
    private static final long WAIT_MILLIS = 2_000;
    private static final String OURS = ": trace step without a target has a server of its own";

    private final Driven driven;
    private final Faults faults;
    private final Map<Integer, Undo> undo = new LinkedHashMap<>();
    /// Those that were added and not taken away, also once the run is over.
    private final List<AddedFault> added = new ArrayList<>();
    private boolean any;
    /// The deed of a fault that ended the run by it; `null` where the recording has it.
    private TraceEvent late;

    /// A server that ends does not listen again.
    private boolean closing;

    /// Gives back what a fault took.
    @FunctionalInterface
    private interface Undo {
        void run() throws IOException, InterruptedException;
    }

    FaultDesk(Driven driven) {
        this.driven = driven;
        this.faults = driven.session().gates().faults();
    }

    /// The patience with a run, in nanoseconds: a fault may hold everybody until it is taken away, and what it did can last longer, so a
    /// script has its next command, too.
    long patience(long usual) {
        return any ? Math.min(usual, FAULTY_NANOS) : usual;
    }

    /// Lists all words, with where they can be had and which are on.
    List<FaultOffer> offers(Mode mode) {
        List<FaultOffer> offers = new ArrayList<>();
        for (FaultKind kind : FaultKind.values()) {
            List<Lane> sides = new ArrayList<>();
            for (Lane lane : new Lane[] {Lane.CLIENT, Lane.SERVER}) {
                if (lack(kind, lane, mode) == null) {
                    sides.add(lane);
                }
            }
            List<String> on = new ArrayList<>();
            for (AddedFault each : faults.on()) {
                if (each.kind() == kind) {
                    on.add(name(each));
                }
            }
            offers.add(new FaultOffer(kind, sides, on));
        }
        return offers;
    }

    private static String name(AddedFault fault) {
        return "fault " + fault.number() + ": " + fault.words() + " on " + fault.lane().label();
    }

    /// The reason for which a side cannot have a fault, with what to do instead; `null` where it can.
    private String lack(FaultKind kind, Lane lane, Mode mode) {
        if (kind == FaultKind.EXHAUST_DESCRIPTORS && lane == Lane.SERVER) {
            return mode == Mode.CLIENT ? "exhaust_descriptors takes those of this process, and the server is another's" + OURS : null;
        }
        if (kind.isOfListener()) {
            if (lane == Lane.CLIENT) {
                return kind.label() + " is a server's: write on server";
            }
            return driven.server().get() != null ? null
                    : driven.isPlay() ? "in a scenario " + kind.label() + " needs one server that is an event loop, started, and on this machine's own network; here: trace step without a scenario"
                    : mode == Mode.CLIENT ? kind.label() + " needs the server's listening socket, and this one is not ours" + OURS
                    : "the server does not listen yet: Enter lets it";
        }
        if (mode == Mode.CLIENT && lane == Lane.SERVER) {
            return "the server is not ours: write fault add " + kind.label() + " on client";
        }
        return mode == Mode.SERVER && lane == Lane.CLIENT ? "the client is another program's: write fault add " + kind.label() + " on server" : null;
    }

    /// Adds one.
    ///
    /// @param lane `null` for the server's side, or the client's where only that can have it
    /// @param stop the number of the stop at which it is
    /// @return what was done, in a sentence
    /// @throws CommandException where it cannot be had
    String add(Command.Fault wanted, Mode mode, int stop) throws CommandException, InterruptedException {
        FaultKind kind = wanted.kind();
        Lane lane = wanted.lane() != null ? wanted.lane() : mode == Mode.CLIENT && !kind.isOfListener() ? Lane.CLIENT : Lane.SERVER;
        String lack = lack(kind, lane, mode);
        if (lack == null && kind.isOfListener() && faults.first(kind, lane) != null) {
            lack = kind.label() + " is on already";
        }
        List<Reachable> open = driven.session().gates().reach().of(lane);
        if (lack == null && kind == FaultKind.RESET_PEER && open.isEmpty()) {
            lack = driven.isPlay() ? "in a scenario reset does that, by hand: reset on " + lane.label()
                    : "there is no open connection on the " + lane.label() + "'s side to reset: Enter goes on";
        }
        if (lack == null && kind == FaultKind.TIMEOUT && wanted.time() > 0 && driven.isPlay()) {
            lack = "in a scenario timeout takes no time: write fault add timeout, and close on " + lane.label() + " when it is over";
        }
        if (lack != null) {
            throw new CommandException(lack);
        }
        AddedFault fault = faults.add(kind, lane, wanted.time(), wanted.jitter(), wanted.bytes(),
                FaultWords.of(kind, wanted.time(), wanted.jitter(), wanted.bytes()));
        LaneRecorder who = driven.session().lane(lane);
        added.add(fault);
        any = true;
        who.mark(new RunEvent.FaultAdded(fault.number(), kind, wanted.time(), wanted.jitter(), wanted.bytes(), stop));
        try {
            return name(fault) + begin(fault, who, open);
        } catch (IOException | RuntimeException e) {
            end(fault);
            throw new CommandException(Printable.ascii("it cannot be had: " + e.getMessage()));
        }
    }

    private String begin(AddedFault fault, LaneRecorder who, List<Reachable> open) throws IOException, InterruptedException {
        LoopbackServer server = driven.server().get();
        return switch (fault.kind()) {
            case RESET_PEER -> {
                int reset = begin(HandCall.RESET, open);
                long at = who.now();
                RunEvent.FaultActed acted = faults.acted(fault, reset, who);
                late = acted == null ? null : new TraceEvent(0, at, fault.lane(), Evidence.APPLICATION, 0, 0, acted);
                yield ": " + Counted.of(reset, "connection") + " reset";
            }
            case FILL_ACCEPT_QUEUE -> {
                QueueCrowd crowd = QueueCrowd.fill(server);
                undo.put(fault.number(), crowd::close);
                who.mark(new RunEvent.FaultActed(fault.number(), fault.kind(), crowd.size()));
                yield ": " + Counted.of(crowd.size(), "socket") + " joined the queue";
            }
            case REFUSE -> {
                server.listen(false);
                undo.put(fault.number(), () -> server.listen(!closing));
                yield "";
            }
            case EXHAUST_DESCRIPTORS -> {
                exhaust(fault);
                yield "";
            }
            case TIMEOUT -> {
                if (fault.time() > 0) {
                    FaultTimer timer = FaultTimer.start(fault.time(), () -> close(fault, who));
                    undo.put(fault.number(), timer::close);
                }
                yield "";
            }
            case LATENCY, SLOW_CLOSE, SLICER, BANDWIDTH, STOP_READING, DROP_FIRST_BYTE, BUSY_LOOP -> "";
        };
    }

    /// Whatever happens behind it, the limit is not kept without somebody who gives it back.
    private void exhaust(AddedFault fault) throws IOException {
        DescriptorLimit limit = DescriptorLimit.leave(0);
        boolean kept = false;
        try {
            undo.put(fault.number(), limit::close);
            kept = true;
        } finally {
            if (!kept) {
                limit.close();
            }
        }
    }

    /// The time of a timeout is over. On the thread of its timer.
    private void close(AddedFault fault, LaneRecorder who) throws InterruptedException {
        if (faults.isOn(fault)) {
            faults.acted(fault, begin(HandCall.CLOSE, driven.session().gates().reach().of(fault.lane())), who);
        }
    }

    /// Has programs make a call on their connections.
    ///
    /// @return how many did
    private static int begin(HandCall call, List<Reachable> open) throws InterruptedException {
        int done = 0;
        for (Reachable each : open) {
            FutureTask<String> task = each.begin(call, new byte[0]);
            try {
                done += task.get(WAIT_MILLIS, TimeUnit.MILLISECONDS) == null ? 1 : 0;
            } catch (TimeoutException | ExecutionException | CancellationException notDone) {
                // It is not counted.
            }
        }
        return done;
    }

    /// Gives the deed of a fault that the recording does not hold, and forgets it; `null` where there is nothing.
    ///
    /// @param sequence its number of arrival
    TraceEvent late(long sequence) {
        TraceEvent told = late == null ? null : new TraceEvent(sequence, late.at(), late.lane(), late.evidence(), 0, 0, late.body());
        late = null;
        return told;
    }

    /// Has some not come to the next run: the one that is over has no sockets to give them back to.
    ///
    /// @return what was done, in a sentence
    /// @throws CommandException where nothing of that would come
    String forget(Command.Fault which) throws CommandException {
        List<String> gone = new ArrayList<>();
        for (AddedFault each : List.copyOf(added)) {
            if (!each.kind().isOnce() && isMeant(which, each)) {
                added.remove(each);
                gone.add(name(each));
            }
        }
        if (gone.isEmpty()) {
            throw new CommandException("there is no such fault that the next run would have");
        }
        return "not in the next run: " + String.join("; ", gone);
    }

    private static boolean isMeant(Command.Fault which, AddedFault one) {
        return which.number() == 0 ? which.kind() == null || which.kind() == one.kind() : which.number() == one.number();
    }

    /// Takes some away.
    ///
    /// @return what was done, in a sentence
    /// @throws CommandException where nothing of that is on
    String clear(Command.Fault which) throws CommandException {
        List<String> gone = new ArrayList<>();
        for (AddedFault each : faults.on()) {
            if (isMeant(which, each)) {
                end(each);
                gone.add(name(each));
            }
        }
        if (gone.isEmpty()) {
            throw new CommandException("there is no such fault on; fault list shows those that are");
        }
        return "taken away: " + String.join("; ", gone);
    }

    private void end(AddedFault fault) {
        added.remove(fault);
        faults.end(fault, driven.session().lane(fault.lane()), () -> giveBack(fault.number()));
    }

    private void giveBack(int number) {
        Undo back = undo.remove(number);
        if (back == null) {
            return;
        }
        try {
            back.run();
        } catch (IOException e) {
            driven.session().lane(Lane.SERVER).mark(new RunEvent.Remark("what fault " + number + " took could not be given back: " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Those that are on, as commands that add them again in another run.
    List<Command.Fault> kept() {
        List<Command.Fault> kept = new ArrayList<>();
        for (AddedFault each : added) {
            if (!each.kind().isOnce()) {
                kept.add(new Command.Fault(Command.Fault.Act.ADD, each.kind(), each.time(), each.jitter(), each.bytes(), each.lane(), 0));
            }
        }
        return kept;
    }

    /// Takes all away.
    @Override
    public void close() {
        closing = true;
        for (AddedFault each : faults.on()) {
            end(each);
        }
        for (Integer number : List.copyOf(undo.keySet())) {
            giveBack(number);
        }
    }
}
