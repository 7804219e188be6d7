package dev.lifeline.observe.route;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.observe.Observer;
import dev.lifeline.observe.Subject;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.TraceClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/// Connects to a local address whose route is changed between the question and the connect, and writes what the observer made of it.
/// Its place is an own network namespace.
final class ChangedRoute {

    private ChangedRoute() {
    }

    public static void main(String[] arguments) throws Exception {
        Recorder recorder = new Recorder(TraceClock.start());
        LaneRecorder client = new LaneRecorder(recorder, Lane.CLIENT, 1, 1);
        try (Observer observer = new RouteSource().start(new Subject(recorder, Mode.CLIENT, 0, 1));
                ServerSocketChannel server = ServerSocketChannel.open()) {
            recorder.listener(observer::saw);
            server.bind(new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 0));
            InetSocketAddress there = (InetSocketAddress) server.getLocalAddress();
            Endpoint destination = Endpoint.of(there);
            long route = client.started(Stage.ROUTE, null, destination);
            client.finished(Stage.ROUTE, route, new Outcome.RouteChosen(destination, Endpoint.of(there.getAddress(), 0), "lo", 0));
            run("ip", "route", "change", "local", "192.0.2.1", "dev", "lo", "table", "local", "src", "192.0.2.2");
            long connect = client.started(Stage.CONNECT, null, destination);
            try (SocketChannel socket = SocketChannel.open(there)) {
                client.finished(Stage.CONNECT, connect, new Outcome.Connected(new FourTuple(
                        Endpoint.of((InetSocketAddress) socket.getLocalAddress()), destination)));
            }
        }
        for (TraceEvent event : recorder.from(0)) {
            if (event.body() instanceof KernelEvent.RouteDisagreed disagreed) {
                System.out.println("promised " + disagreed.promised() + ", got " + disagreed.actual().address());
            }
        }
    }

    private static void run(String... command) throws Exception {
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": exit " + exit);
        }
    }
}
