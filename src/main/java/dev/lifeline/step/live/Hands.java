package dev.lifeline.step.live;

import dev.lifeline.model.Lane;
import dev.lifeline.play.HandWork;
import dev.lifeline.play.actor.CannotAct;
import dev.lifeline.scenario.action.Action;
import dev.lifeline.scenario.action.ConnectionAction;
import dev.lifeline.step.Command;
import dev.lifeline.step.CommandException;
import dev.lifeline.step.PlayNames;
import dev.lifeline.text.Printable;
import dev.lifeline.text.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Carries out what a person has an actor do by hand, while the walk stands.
final class Hands {

    /// Time for it; longer, it goes on by itself.
    private static final long WAIT_MILLIS = 2_000;

    private final HandWork work;

    /// @param work of the play; `null` before it runs
    /// @throws CommandException where it does not run
    Hands(HandWork work) throws CommandException {
        if (work == null) {
            throw new CommandException("the play has not begun: Enter begins it");
        }
        this.work = work;
    }

    /// Finds the actor that is meant.
    ///
    /// @param who a side, an actor, or empty for the client's side
    /// @throws CommandException where none is, or several are
    String actor(String who) throws CommandException {
        List<String> clients = work.able(Lane.CLIENT);
        List<String> servers = work.able(Lane.SERVER);
        if (clients.contains(who) || servers.contains(who)) {
            return who;
        }
        List<String> all = new ArrayList<>(clients);
        all.addAll(servers);
        if (!who.isEmpty() && !who.equals(Lane.CLIENT.label()) && !who.equals(Lane.SERVER.label())) {
            throw new CommandException(work.knows(who) ? Quoted.typed(who) + " has no open connection" + others(all)
                    : "there is no " + Quoted.typed(who) + others(all));
        }
        List<String> side = who.equals(Lane.SERVER.label()) ? servers : clients;
        if (side.size() == 1) {
            return side.getFirst();
        }
        String label = who.equals(Lane.SERVER.label()) ? "server" : "client";
        throw new CommandException(side.isEmpty() ? "nobody on the " + label + "'s side has an open connection" + others(all)
                : "several have a connection there: write on and one of " + PlayNames.list(side));
    }

    /// Refuses what is for an actor that stands at a gate: its thread does nothing else.
    static void checkFree(String actor, List<Standing> standing) throws CommandException {
        for (Standing each : standing) {
            if (each instanceof Standing.AtGate gate && !gate.isGone() && actor.equals(gate.arrival().actor())) {
                throw new CommandException(Printable.ascii(actor) + " stands before " + gate.stage().label()
                        + ", and does nothing else until Enter lets it go on");
            }
        }
    }

    private static String others(List<String> able) {
        return able.isEmpty() ? "" : "; with one: " + PlayNames.list(able);
    }

    /// Has it done.
    ///
    /// @return `null` where it is done, or why it is not, or not yet
    /// @throws CommandException where the actor has something else to do
    String perform(String actor, Command.Hand hand) throws CommandException, InterruptedException {
        FutureTask<String> task;
        try {
            task = work.begin(actor, action(hand));
        } catch (CannotAct e) {
            throw new CommandException(e.getMessage());
        }
        try {
            String not = task.get(WAIT_MILLIS, TimeUnit.MILLISECONDS);
            return not == null ? null : Printable.ascii(actor + " could not " + hand.word().word() + ": " + not);
        } catch (TimeoutException e) {
            return Printable.ascii(actor + "'s " + hand.word().word() + " is under way: its call has not returned");
        } catch (CancellationException e) {
            return "the play is over";
        } catch (ExecutionException e) {
            return Printable.ascii(actor + " could not " + hand.word().word() + ": " + e.getCause());
        }
    }

    private static ConnectionAction action(Command.Hand hand) {
        return switch (hand.word()) {
            case SEND -> new ConnectionAction.Write(ConnectionAction.Kind.WRITE, hand.text(), 0, 1, Action.DEFAULT_TIMEOUT);
            case SHUTDOWN -> new ConnectionAction.Plain(ConnectionAction.Kind.SHUTDOWN);
            case CLOSE -> new ConnectionAction.Plain(ConnectionAction.Kind.CLOSE);
            case RESET -> new ConnectionAction.Plain(ConnectionAction.Kind.RESET);
            default -> throw new IllegalArgumentException(hand.word() + " is nothing that hands do");
        };
    }
}
