package dev.lifeline.step.live;

import dev.lifeline.model.event.RunEvent;
import dev.lifeline.step.Command;
import dev.lifeline.step.CommandException;
import dev.lifeline.step.CommandParser;
import dev.lifeline.step.CommandWord;
import dev.lifeline.step.Journey;
import dev.lifeline.step.Move;
import dev.lifeline.step.PlayNames;
import dev.lifeline.step.StopCause;
import dev.lifeline.step.card.Card;
import dev.lifeline.step.card.FaultCard;
import dev.lifeline.step.card.WhereCard;
import dev.lifeline.step.intro.Intro;
import dev.lifeline.step.predict.Asks;
import dev.lifeline.terminal.TypedLine;
import dev.lifeline.text.Printable;
import java.io.IOException;

/// The loop between a person and a walk: reads a command, does it, shows a card.
///
/// Threads: [#run] on one; [#interrupt] on any.
public final class StepLoop implements AutoCloseable {

    /// The source of evidence on which watches rest, by its name in the header.
    private static final String SOCKETS = "sockdiag";

    private final Restart restart;
    private LiveSession session;
    private final Prompt prompt;
    private final StepOutput output;
    private final Keeper keeper;
    private final PastRuns past = new PastRuns();
    private final Asking asking;
    private Journey journey;
    private PlayNames names;
    private Intro intro = Intro.NONE;
    private Card card;
    private boolean reading = true;
    private final WalkingThread thread = new WalkingThread();
    /// The number of the run that was kept last.
    private int kept;

    /// @param session the live run, which is closed with the loop; `null` for a recording
    /// @param restart begins it again; `null` for a recording
    /// @param journey at its first stop
    /// @param asks how the questions of the walk are met
    public StepLoop(LiveSession session, Restart restart, Journey journey, Prompt prompt, StepOutput output, Keeper keeper, Asks asks) {
        this.session = session;
        this.restart = restart;
        this.journey = asks == Asks.OFF ? journey.quiet() : journey;
        this.asking = new Asking(this, prompt, output, asks);
        this.prompt = prompt;
        this.output = output;
        this.keeper = keeper;
    }

    /// The reason for which a walk ended.
    public enum End {
        /// The person left, or the commands were over.
        LEFT,
        /// Ctrl-C at the prompt, or a signal.
        INTERRUPTED
    }

    /// Walks until the person leaves.
    ///
    /// @throws IOException when commands cannot be read
    public End run() throws IOException {
        thread.begin();
        try {
            return walk();
        } finally {
            thread.end();
        }
    }

    private End walk() throws IOException {
        prompt.onResize(() -> {
            output.size(prompt.columns(), prompt.rows());
            output.repaint();
        });
        prompt.onLine(() -> thread.moving(true));
        output.size(prompt.columns(), prompt.rows());
        show();
        while (reading && !thread.isLeft()) {
            thread.moving(false);
            TypedLine line = prompt.read(output.sign());
            output.size(prompt.columns(), prompt.rows());
            String meant = output.typed(line.text());
            boolean taken = asking.take(line);
            if (line.kind() == TypedLine.Kind.INTERRUPT || thread.isLeft()) {
                return End.INTERRUPTED;
            } else if (line.kind() == TypedLine.Kind.END) {
                return End.LEFT;
            } else if (taken) {
                continue;
            }
            try {
                Command command = CommandParser.parse(meant, names());
                if (command.word() == CommandWord.QUIT) {
                    return End.LEFT;
                }
                perform(command);
                lead(command);
            } catch (CommandException e) {
                say(true, e.getMessage());
                lead(null);
            } catch (IOException e) {
                say(true, "it cannot be written: " + Printable.ascii(String.valueOf(e.getMessage())));
            }
        }
        return thread.isLeft() ? End.INTERRUPTED : End.LEFT;
    }

    /// The names that the scenario has given. For the thread that walks.
    public PlayNames names() {
        if (names == null || journey.header().scenario() != null && names == PlayNames.NONE) {
            names = PlayNames.of(journey.header());
        }
        return names;
    }

    /// The walk as far as it came, through the last run.
    public Journey journey() {
        return past.last(journey);
    }

    /// Ctrl-C while no line is edited, or a signal: breaks off a wait of a person; everything else ends.
    ///
    /// @param leave whether it ends in any case
    public void interrupt(boolean leave) {
        thread.interrupt(leave || !prompt.isPerson());
    }

    /// Says what to try next, to a person who asked for a first walk.
    private void lead(Command command) {
        Intro.Told told = intro.after(command, journey);
        intro = told.intro();
        if (!told.text().isEmpty()) {
            say(told.text());
        }
    }

    private void perform(Command command) throws CommandException, IOException {
        switch (command.word()) {
            case NEXT -> move(journey.header().scenario() == null ? Move.Reach.STAGE : Move.Reach.STEP, null);
            case STEP -> move(Move.Reach.GATE, null);
            case CONTINUE -> move(Move.Reach.FREE, null);
            case UNTIL -> move(Move.Reach.FREE, ((Command.Until) command).place());
            case BACK -> look(journey.cursor() - 1, "this is the first stop");
            case FORWARD -> look(journey.cursor() + 1, journey.live() && !journey.isOver() ? "this is where the sockets are: Enter lets them go on"
                    : "this is the last stop");
            case GOTO -> look(((Command.GoTo) command).stop(), "there are stops 1 to " + journey.stops().size());
            case LIVE -> live();
            case RUN -> otherRun(((Command.Run) command).number());
            case RERUN -> rerun();
            case SEND, SHUTDOWN, CLOSE, RESET -> byHand((Command.Hand) command);
            case FAULT -> fault((Command.Fault) command);
            case BREAK -> breaking("breakpoint ", ((Command.Break) command).place());
            case WATCH -> {
                if (!journey.header().available(SOCKETS)) {
                    throw new CommandException("the kernel's sockets are not looked at in this run, so nothing of them can be watched: trace doctor says why");
                }
                breaking("watch ", ((Command.Watching) command).watch());
            }
            case DELETE -> {
                journey = journey.without(((Command.Delete) command).number());
                say("deleted");
            }
            case INFO, WHY, DIFF, HELP -> answer(command);
            case INSPECT -> {
                refresh();
                answer(command);
            }
            case WHERE -> reading &= output.answer(CommandWord.WHERE, journey, WhereCard.of(card, ((Command.Where) command).figure(), journey, output.canvas()));
            case FACE -> {
                say(output.face(((Command.Show) command).face()));
                show();
            }
            case PREDICT -> asking.predict(((Command.Predict) command).answer());
            case SUMMARY -> asking.tellAll();
            case NOTE -> {
                said(new RunEvent.Noted(journey.cursor(), ((Command.Note) command).text()));
                say("noted beside stop " + journey.cursor());
            }
            case NOTEBOOK -> notebook((Command.Notebook) command);
            case SAVE -> say("saved: " + keeper.recording(journey, ((Command.Save) command).file()));
            case EXPORT -> {
                refresh();
                say("exported: " + keeper.export(journey, ((Command.Export) command).format(), ((Command.Export) command).file()));
            }
            case QUIT -> throw new IllegalArgumentException("quit is done by the loop");
        }
    }

    /// Of a recording nothing can be recorded: it is kept beside it, as long as the walk lasts.
    void said(RunEvent event) {
        journey = session == null || !journey.live() ? journey.saying(event) : session.say(journey, event);
    }

    private void breaking(String what, StopCause cause) {
        journey = journey.breaking(cause);
        say(what + journey.breakpoints().getLast().number() + " " + cause.text());
    }

    private void notebook(Command.Notebook page) throws CommandException, IOException {
        if (page.file().isEmpty()) {
            answer(page);
        } else {
            say("saved: " + keeper.page(journey, page.file()));
        }
    }

    /// Where the cursor is in the recording, a move is one through the recording; at the sockets it lets them go on.
    private void move(Move.Reach reach, StopCause until) throws CommandException {
        if (journey.isOver()) {
            throw new CommandException("this is the end: back goes to a stop before it, " + (restart != null ? "rerun makes a new connection, " : "") + "q leaves");
        }
        if (journey.isReplay()) {
            journey = RecordedMoves.move(journey, reach, until, asking.places(), session == null ? "" : ", live to the sockets of run " + past.last(journey).run());
        } else {
            go(new Move(reach, until, journey.breakpoints()).stoppingAt(asking.places()));
        }
        show();
    }

    private void go(Move move) {
        thread.moving(true);
        try {
            journey = session.go(journey, move);
        } catch (InterruptedException e) {
            journey = session.interrupted(journey);
        } finally {
            thread.moving(false);
        }
    }

    private void look(int stop, String otherwise) throws CommandException {
        if (stop < 1 || stop > journey.stops().size()) {
            throw new CommandException(otherwise);
        }
        journey = journey.at(stop);
        show();
    }

    private void otherRun(int number) throws CommandException {
        journey = past.at(number, journey);
        Journey last = past.last(journey);
        if (last != journey) {
            say("run " + number + ", as a recording; " + (session == null ? "run " + last.run() + " is the last one" : "live goes to run " + last.run()));
        }
        refresh();
        show();
    }

    private void live() throws CommandException {
        if (session == null) {
            throw new CommandException("nothing is live: this is a recording" + (restart == null ? "" : "; rerun makes a new connection"));
        }
        journey = past.home(journey);
        journey = journey.at(journey.stops().size());
        refresh();
        show();
    }

    /// Sockets cannot go back: what runs is ended, and a new connection made.
    private void rerun() throws CommandException {
        if (restart == null) {
            throw new CommandException("nothing can be run again: this is a recording");
        }
        journey = past.home(journey);
        KeptFaults kept = KeptFaults.of(session);
        thread.moving(true);
        try {
            leave();
            session = restart.again();
            Journey before = journey;
            journey = session.first(before.run() + 1).keeping(before);
            past.add(before);
            journey = kept.addTo(session, journey, this::say);
        } catch (InterruptedException e) {
            giveUp();
            return;
        } finally {
            thread.moving(false);
        }
        show();
    }

    /// The person did not want to wait for the new run, or leaves.
    private void giveUp() {
        if (session != null) {
            session.close();
            session = null;
        }
        reading &= !thread.isLeft();
        if (reading) {
            say(true, "run " + (journey.run() + 1) + " was given up before its first stop, by Ctrl-C; run " + journey.run()
                    + " stays as a recording, and rerun begins again");
        }
    }

    /// Ends the run where it is not over.
    @Override
    public void close() {
        if (session != null) {
            journey = past.home(journey);
            end();
        }
    }

    /// Ends the run where it stands: it is a recording from then on, also where no other run can begin.
    private void leave() {
        if (session != null) {
            journey = journey.at(journey.stops().size());
            refresh();
            end();
            session = null;
            journey = journey.left();
        }
    }

    private void end() {
        session.close();
        if (kept != journey.run()) {
            kept = journey.run();
            keeper.keep(journey);
        }
    }

    private void fault(Command.Fault fault) throws CommandException {
        if (fault.act() == Command.Fault.Act.CLEAR && session != null && journey.live() && journey.isOver()) {
            say(session.faults().forget(fault));
            return;
        }
        SocketsOnly.check(journey, session, "no fault can be added");
        if (fault.act() != Command.Fault.Act.LIST) {
            act(() -> session.fault(journey, fault, this::say));
            return;
        }
        reading &= output.answer(fault.word(), journey, Card.of(FaultCard.of(session.faults().offers(journey.header().mode()), output.canvas())));
    }

    private void byHand(Command.Hand hand) throws CommandException {
        SocketsOnly.check(journey, session, "nothing can be done by hand");
        act(() -> session.byHand(journey, hand, words -> say(true, words)));
    }

    private void act(SocketsOnly.Act act) throws CommandException {
        thread.moving(true);
        try {
            journey = act.run();
        } catch (InterruptedException e) {
            journey = session.refresh(journey);
        } finally {
            thread.moving(false);
        }
        show();
    }

    private void refresh() {
        journey = session == null || journey.isReplay() ? journey : session.refresh(journey);
    }

    private void show() {
        card = output.card(journey);
        reading &= output.stop(journey, card, prompt.isPerson() && !asking.isDue());
        asking.arrived();
    }

    private void answer(Command command) throws CommandException {
        Card shown = LookCards.of(command, journey, past, output);
        if (shown != null) {
            shown(shown, output.answer(command.word(), journey, shown));
        }
    }

    private void say(String sentence) {
        say(false, sentence);
    }

    private void say(boolean refused, String sentence) {
        reading &= output.say(refused, sentence);
    }

    /// The walk where the person looks.
    Journey here() {
        return journey;
    }

    /// A card was shown: by its numbers `?` asks.
    void shown(Card last, boolean read) {
        card = last.facts().isEmpty() ? card : last;
        reading &= read;
    }
}
