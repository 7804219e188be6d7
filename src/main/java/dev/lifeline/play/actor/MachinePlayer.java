package dev.lifeline.play.actor;

import dev.lifeline.client.Deadline;
import dev.lifeline.linux.route.NetworkChanges;
import dev.lifeline.linux.route.RouteMessage;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.play.DescriptorLimit;
import dev.lifeline.play.KernelView;
import dev.lifeline.play.Play;
import dev.lifeline.play.Steps;
import dev.lifeline.record.StageFailure;
import dev.lifeline.scenario.action.Action;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.action.MachineAction;
import dev.lifeline.scenario.action.MachineAction.AddRoute.Refusal;
import dev.lifeline.scenario.judge.ActorOnTrace;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Machine as an actor: time, the kernel's table, limits, and in a network namespace of the play's own its network.
public final class MachinePlayer implements Player {

    /// Time between two quiet looks; one costs some ten microseconds.
    private static final long BETWEEN_LOOKS_NANOS = 300_000;

    private final Play play;
    private final Steps steps;
    private DescriptorLimit limit;

    public MachinePlayer(Play play, Steps steps) {
        this.play = play;
        this.steps = steps;
    }

    @Override
    public void act(Action action) throws StageFailure, IOException, CannotAct, InterruptedException {
        StepBody body = switch (((MachineAction) action).kind()) {
            case PAUSE -> () -> TimeUnit.NANOSECONDS.sleep(((MachineAction.Pause) action).time());
            case LOOK -> this::look;
            case AWAIT -> () -> await((MachineAction.Await) action);
            case AWAIT_STATE -> () -> awaitState((MachineAction.AwaitState) action);
            case AWAIT_FAILED_ACCEPTS -> () -> awaitFailedAccepts((MachineAction.AwaitFailedAccepts) action);
            case LIMIT_DESCRIPTORS -> () -> limit(((MachineAction.LimitDescriptors) action).free());
            case RESTORE_DESCRIPTORS -> this::restore;
            case SYSCTL -> () -> sysctl((MachineAction.Sysctl) action);
            case ADD_ADDRESS -> () -> addAddress((MachineAction.AddAddress) action);
            case ADD_ROUTE -> () -> addRoute((MachineAction.AddRoute) action);
        };
        body.run();
    }

    private void look() {
        play.observation().look(play.recorder().next() - 1);
    }

    private void await(MachineAction.Await awaited) throws InterruptedException {
        if (!steps.await(awaited.step(), awaited.timeout())) {
            play.remark(Lane.CLIENT, "step " + awaited.step() + " has not ended in time; the play goes on");
        }
    }

    private void awaitState(MachineAction.AwaitState awaited) throws IOException, CannotAct, InterruptedException {
        Deadline deadline = Deadline.in(awaited.timeout());
        try (KernelView view = new KernelView(play.recorder())) {
            // Asked anew each time: a connection may still get its number.
            while (!view.holds(actor(awaited.of(), deadline), awaited)) {
                if (deadline.passed()) {
                    play.remark(Lane.CLIENT, "what is awaited of " + awaited.of() + " was not so within " + deadline.text()
                            + "; the play goes on");
                    break;
                }
                TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS_NANOS);
            }
        }
        look();
    }

    private void awaitFailedAccepts(MachineAction.AwaitFailedAccepts awaited) throws CannotAct, InterruptedException {
        Deadline deadline = Deadline.in(awaited.timeout());
        Endpoint listener = actor(awaited.of(), deadline).listener();
        while (failedAccepts(listener) < awaited.count()) {
            if (deadline.passed()) {
                play.remark(Lane.CLIENT, "the accepts of " + awaited.of() + " have not failed " + awaited.count() + " times within "
                        + deadline.text() + "; the play goes on");
                return;
            }
            TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS_NANOS);
        }
    }

    private ActorOnTrace actor(String name, Deadline deadline) throws CannotAct, InterruptedException {
        Player player = play.await(name, deadline.left());
        ActorOnTrace known = ActorOnTrace.all(play.recorder().from(0)).get(name);
        // A recorder that is full does not know who came late.
        return known == null ? new ActorOnTrace(player.kind(), List.of(), null) : known;
    }

    private long failedAccepts(Endpoint listener) {
        long failed = 0;
        for (TraceEvent event : play.recorder().from(0)) {
            failed += event.body() instanceof StageEvent.Failed of && of.stage() == Stage.ACCEPT
                    && of.failure().local() != null && of.failure().local().equals(listener) ? 1 : 0;
        }
        return failed;
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

    /// The kernel shows each thread the switches of its own network namespace.
    private static void sysctl(MachineAction.Sysctl wanted) throws IOException {
        Path file = Path.of("/proc/sys", wanted.name().split("\\."));
        Files.write(file, Long.toString(wanted.value()).getBytes(StandardCharsets.US_ASCII));
    }

    private static void addAddress(MachineAction.AddAddress more) throws IOException {
        NetworkChanges.addAddress(InetAddress.ofLiteral(more.address()));
    }

    private static void addRoute(MachineAction.AddRoute route) throws IOException, CannotAct {
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
        try {
            restore();
        } catch (IOException e) {
            play.remark(Lane.CLIENT, "the limit of descriptors could not be given back: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        finish();
    }
}
