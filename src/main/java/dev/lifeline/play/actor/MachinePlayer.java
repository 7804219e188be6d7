package dev.lifeline.play.actor;

import dev.lifeline.linux.route.NetworkChanges;
import dev.lifeline.linux.route.RouteMessage;
import dev.lifeline.model.Lane;
import dev.lifeline.observe.sockdiag.Counters;
import dev.lifeline.play.DescriptorLimit;
import dev.lifeline.play.Play;
import dev.lifeline.play.Steps;
import dev.lifeline.record.StageFailure;
import dev.lifeline.scenario.action.Action;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.action.AwaitAction;
import dev.lifeline.scenario.action.MachineAction;
import dev.lifeline.scenario.action.MachineAction.AddRoute.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

/// Machine as an actor: time, the kernel's table, limits, and in a network namespace of the play's own its network.
public final class MachinePlayer implements Player {

    /// Work of one step; some of it waits.
    private interface Work {
        void run() throws StageFailure, IOException, CannotAct, Unmet, InterruptedException;
    }

    private final Play play;
    private final Steps steps;
    private final Waits waits;
    private final Counters counters;
    private final Switches switches;
    private DescriptorLimit limit;

    /// @param counted the kernel's words for the counters that steps wait for; they count from here on
    public MachinePlayer(Play play, Steps steps, Collection<String> counted) {
        this.play = play;
        this.steps = steps;
        this.waits = new Waits(play);
        this.switches = new Switches(play);
        this.counters = counted.isEmpty() ? null : new Counters(counted);
        if (counters != null) {
            counters.begin();
        }
    }

    @Override
    public void act(Action action) throws StageFailure, IOException, CannotAct, Unmet, InterruptedException {
        if (action instanceof AwaitAction awaited) {
            await(awaited);
            return;
        }
        Work body = switch (((MachineAction) action).kind()) {
            case PAUSE -> () -> TimeUnit.NANOSECONDS.sleep(((MachineAction.Pause) action).time());
            case LOOK -> this::look;
            case LIMIT_DESCRIPTORS -> () -> limit(((MachineAction.LimitDescriptors) action).free());
            case RESTORE_DESCRIPTORS -> this::restore;
            case SET, SYSCTL -> () -> switches.set(((MachineAction.SetSwitches) action).values());
            case ADD_ADDRESS -> () -> addAddress((MachineAction.AddAddress) action);
            case ADD_ROUTE -> () -> addRoute((MachineAction.AddRoute) action);
        };
        body.run();
    }

    private void look() {
        play.observation().look(play.recorder().next() - 1);
    }

    /// Looks for the recording, too, whether or not it came true.
    private void await(AwaitAction action) throws StageFailure, IOException, CannotAct, Unmet, InterruptedException {
        Work body = switch (action.kind()) {
            case AWAIT -> () -> waits.step((AwaitAction.Await) action, steps);
            case AWAIT_STATE -> () -> waits.state((AwaitAction.AwaitState) action);
            case AWAIT_HOLD -> () -> waits.hold((AwaitAction.AwaitHold) action);
            case AWAIT_BYTES -> () -> waits.bytes((AwaitAction.AwaitBytes) action);
            case AWAIT_COUNT, AWAIT_FAILED_ACCEPTS -> () -> waits.count((AwaitAction.AwaitCount) action, counters);
            case AWAIT_WORKERS -> () -> waits.workers((AwaitAction.AwaitWorkers) action);
        };
        try {
            body.run();
        } finally {
            if (action.looks()) {
                look();
            }
        }
    }

    private void limit(long free) throws IOException, CannotAct {
        if (limit != null) {
            throw new CannotAct("descriptors are limited already");
        }
        limit = DescriptorLimit.leave(free);
    }

    private void restore() throws IOException {
        if (limit != null) {
            limit.close();
            limit = null;
        }
    }

    private void apart() throws CannotAct {
        if (!play.isApart()) {
            throw new CannotAct("the machine's own network is not touched: that is done only in a network namespace of the play's own");
        }
    }

    private void addAddress(MachineAction.AddAddress more) throws IOException, CannotAct {
        apart();
        NetworkChanges.addAddress(InetAddress.ofLiteral(more.address()));
    }

    private void addRoute(MachineAction.AddRoute route) throws IOException, CannotAct {
        apart();
        String to = route.to();
        int slash = to.indexOf('/');
        try {
            InetAddress network = InetAddress.ofLiteral(slash < 0 ? to : to.substring(0, slash));
            int bits = slash < 0 ? network.getAddress().length * 8 : Integer.parseInt(to.substring(slash + 1));
            NetworkChanges.addRoute(network, bits, type(route.type()));
        } catch (IllegalArgumentException e) {
            throw new CannotAct(to + " is no network");
        }
    }

    private static int type(Refusal refusal) {
        return switch (refusal) {
            case UNREACHABLE -> RouteMessage.UNREACHABLE;
            case BLACKHOLE -> RouteMessage.BLACKHOLE;
            case PROHIBIT -> RouteMessage.PROHIBIT;
            case THROW -> RouteMessage.THROW;
        };
    }

    @Override
    public ActorKind kind() {
        return ActorKind.MACHINE;
    }

    /// The sources of evidence need descriptors to finish.
    @Override
    public void finish() {
        switches.restore();
        try {
            restore();
        } catch (IOException e) {
            play.remark(Lane.CLIENT, "the limit of descriptors could not be given back: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        finish();
        if (counters != null) {
            counters.close();
        }
    }
}
