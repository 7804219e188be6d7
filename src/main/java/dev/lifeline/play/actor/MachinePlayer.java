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
import dev.lifeline.scenario.Step;
import dev.lifeline.scenario.Vocabulary;
import dev.lifeline.scenario.judge.ActorOnTrace;
import dev.lifeline.scenario.word.Args;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What is nobody's: time, the kernel's table, limits, and in a network namespace of the play's own its network.
public final class MachinePlayer implements Player {

    /// Between two quiet looks; one costs some ten microseconds.
    private static final long BETWEEN_LOOKS_NANOS = 300_000;

    private final Play play;
    private final Steps steps;
    private DescriptorLimit limit;

    public MachinePlayer(Play play, Steps steps) {
        this.play = play;
        this.steps = steps;
    }

    @Override
    public void act(Step step) throws IOException, CannotAct, InterruptedException {
        Args args = step.args();
        switch (step.action()) {
            case "pause" -> TimeUnit.NANOSECONDS.sleep(args.number("time", 0));
            case "look" -> look();
            case "await" -> await(args);
            case "await-state" -> awaitState(args);
            case "await-failed-accepts" -> awaitFailedAccepts(args);
            case "limit-descriptors" -> limit(args.number("free", 0));
            case "restore-descriptors" -> restore();
            case "sysctl" -> sysctl(args);
            case "add-address" -> NetworkChanges.addAddress(InetAddress.ofLiteral(args.text("address")));
            case "add-route" -> addRoute(args);
            default -> throw new CannotAct("the machine does not know how to " + step.action());
        }
    }

    private void look() {
        play.observation().look(play.recorder().next() - 1);
    }

    private void await(Args args) throws InterruptedException {
        String label = args.text("step");
        if (!steps.await(label, args.number("timeout", BlockingConnection.DEFAULT_TIMEOUT))) {
            play.remark(Lane.CLIENT, "step " + label + " has not ended in time; the play goes on");
        }
    }

    private void awaitState(Args args) throws IOException, CannotAct, InterruptedException {
        Deadline deadline = Deadline.in(args.number("timeout", BlockingConnection.DEFAULT_TIMEOUT));
        try (KernelView view = new KernelView(play.recorder())) {
            // Asked anew each time: a connection may still get its number.
            while (!view.holds(play.await(args.text("of"), deadline.left()).onTrace(), args)) {
                if (deadline.passed()) {
                    play.remark(Lane.CLIENT, "what is awaited of " + args.text("of") + " was not so within " + deadline.text()
                            + "; the play goes on");
                    break;
                }
                TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS_NANOS);
            }
        }
        look();
    }

    private void awaitFailedAccepts(Args args) throws CannotAct, InterruptedException {
        Deadline deadline = Deadline.in(args.number("timeout", BlockingConnection.DEFAULT_TIMEOUT));
        Endpoint listener = play.await(args.text("of"), deadline.left()).onTrace().listener();
        long count = args.number("count", 1);
        while (failedAccepts(listener) < count) {
            if (deadline.passed()) {
                play.remark(Lane.CLIENT, "the accepts of " + args.text("of") + " have not failed " + count + " times within "
                        + deadline.text() + "; the play goes on");
                return;
            }
            TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS_NANOS);
        }
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
    private static void sysctl(Args args) throws IOException {
        Path file = Path.of("/proc/sys", args.text("name").split("\\."));
        Files.write(file, Long.toString(args.number("value", 0)).getBytes(StandardCharsets.US_ASCII));
    }

    private static void addRoute(Args args) throws IOException, CannotAct {
        String to = args.text("to");
        int slash = to.indexOf('/');
        try {
            InetAddress network = InetAddress.ofLiteral(slash < 0 ? to : to.substring(0, slash));
            int bits = slash < 0 ? network.getAddress().length * 8 : Integer.parseInt(to.substring(slash + 1));
            NetworkChanges.addRoute(network, bits, type(args.text("type")));
        } catch (IllegalArgumentException e) {
            throw new CannotAct(to + " is no network");
        }
    }

    private static int type(String word) throws CannotAct {
        return switch (word) {
            case "unreachable" -> RouteMessage.UNREACHABLE;
            case "blackhole" -> RouteMessage.BLACKHOLE;
            case "prohibit" -> RouteMessage.PROHIBIT;
            case "throw" -> RouteMessage.THROW;
            default -> throw new CannotAct("there is no route of type " + word);
        };
    }

    @Override
    public ActorOnTrace onTrace() {
        return new ActorOnTrace(Vocabulary.MACHINE, List.of(), null);
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
