package dev.lifeline.step.live;

import dev.lifeline.model.Lane;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.record.HandCall;
import dev.lifeline.record.HandReach;
import dev.lifeline.record.Reachable;
import dev.lifeline.step.Command;
import dev.lifeline.step.CommandException;
import dev.lifeline.step.PlayNames;
import dev.lifeline.text.Escapes;
import dev.lifeline.text.Printable;
import dev.lifeline.text.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Carries out by hand what a person wants of the open connections of a run that is no play: on either side that the run has.
final class ReachedHands {

    /// Time for it; longer, it goes on by itself.
    private static final long WAIT_MILLIS = 2_000;

    private final HandReach reach;

    ReachedHands(HandReach reach) {
        this.reach = reach;
    }

    /// Has it done.
    ///
    /// @return `null` where it is done, or why it is not, or not yet
    /// @throws CommandException where nobody can do it
    String perform(Command.Hand hand) throws CommandException, InterruptedException {
        Reachable one = find(hand.who());
        HandCall call = call(hand);
        String name = name(one);
        one.who().mark(new PlayEvent.HandActed(name, call.word()));
        FutureTask<String> task = one.begin(call, call == HandCall.SEND ? Escapes.bytes(hand.text()) : new byte[0]);
        try {
            String not = task.get(WAIT_MILLIS, TimeUnit.MILLISECONDS);
            return not == null ? null : Printable.ascii("the " + name + " could not " + call.word() + ": " + not);
        } catch (TimeoutException e) {
            return "the " + name + " is within a call of its own: it comes to this " + call.word() + " behind it";
        } catch (CancellationException e) {
            return "the run is over";
        } catch (ExecutionException e) {
            return Printable.ascii("the " + name + " could not " + call.word() + ": " + e.getCause());
        }
    }

    private static HandCall call(Command.Hand hand) {
        return switch (hand.word()) {
            case SEND -> HandCall.SEND;
            case SHUTDOWN -> HandCall.SHUTDOWN;
            case CLOSE -> HandCall.CLOSE;
            case RESET -> HandCall.RESET;
            default -> throw new IllegalArgumentException(hand.word() + " is nothing that hands do");
        };
    }

    private Reachable find(String who) throws CommandException {
        List<Reachable> clients = reach.of(Lane.CLIENT);
        List<Reachable> servers = reach.of(Lane.SERVER);
        List<Reachable> side = switch (who) {
            case "" -> clients.isEmpty() ? servers : clients;
            case "client" -> clients;
            case "server" -> servers;
            default -> named(who, clients, servers);
        };
        if (side.isEmpty()) {
            List<Reachable> other = side == clients ? servers : clients;
            throw new CommandException("there is no open connection on " + (who.isEmpty() ? "either" : "the " + who + "'s") + " side"
                    + (other.isEmpty() ? " by now" : "; with one: " + names(other)));
        } else if (side.size() > 1) {
            throw new CommandException("several are open there: write on and one of " + names(side));
        }
        return side.getFirst();
    }

    private List<Reachable> named(String who, List<Reachable> clients, List<Reachable> servers) throws CommandException {
        List<Reachable> all = new ArrayList<>(clients);
        all.addAll(servers);
        for (Reachable each : all) {
            if (who.equals(each.who().lane().label() + " " + each.who().connection())) {
                return List.of(each);
            }
        }
        throw new CommandException("there is no " + Quoted.typed(who) + (all.isEmpty() ? " by now" : "; with an open connection: " + names(all)));
    }

    private String names(List<Reachable> some) {
        List<String> names = new ArrayList<>();
        for (Reachable each : some) {
            names.add(name(each));
        }
        return PlayNames.list(names);
    }

    /// The side, with the number of the connection where the side has several.
    private String name(Reachable one) {
        Lane lane = one.who().lane();
        return reach.of(lane).size() == 1 ? lane.label() : lane.label() + " " + one.who().connection();
    }
}
