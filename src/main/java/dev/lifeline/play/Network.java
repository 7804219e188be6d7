package dev.lifeline.play;

import dev.lifeline.linux.NativeException;
import dev.lifeline.observe.Availability;
import dev.lifeline.observe.Tracing;
import dev.lifeline.observe.portable.Enabling;
import dev.lifeline.observe.portable.Right;
import dev.lifeline.observe.sandbox.SandboxSource;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/// The machines of a play, and who of its actors is on which: this machine alone, or network namespaces, of which the rest of the
/// process sees nothing. The play itself, its evidence, and actors of whom nothing else is said are on one that has no name.
///
/// Namespaces are islands for now: each has a loopback interface and nothing else.
final class Network implements AutoCloseable {

    private static final String OWN = "";

    private final Map<String, NetworkHost> hosts = new LinkedHashMap<>();
    private final Map<String, String> places;
    /// For what takes as long as the play: the threads of the hosts are free for whoever opens something there.
    private NetworkHost stage;

    private Network(Map<String, String> places) {
        this.places = places;
    }

    /// This machine.
    static Network here() {
        Network network = new Network(Map.of());
        network.stage = NetworkHost.here();
        network.hosts.put(OWN, network.stage);
        return network;
    }

    /// A new network namespace, and one more for each host that is named.
    ///
    /// @param places the host of each actor that is not on the play's own, by their names
    /// @throws IOException when the kernel does not allow it
    static Network namespaces(Map<String, String> places) throws IOException, InterruptedException {
        Network network = new Network(Map.copyOf(places));
        boolean done = false;
        try {
            network.hosts.put(OWN, NetworkHost.namespace("play"));
            for (String name : places.values()) {
                if (!network.hosts.containsKey(name)) {
                    network.hosts.put(name, NetworkHost.namespace(name));
                }
            }
            network.stage = network.hosts.get(OWN).beside("lifeline-play-namespace");
            done = true;
            return network;
        } finally {
            if (!done) {
                network.close();
            }
        }
    }

    /// Tells whether these are network namespaces, and not this machine.
    boolean isApart() {
        return hosts.get(OWN).isApart();
    }

    /// The machine of an actor.
    NetworkHost of(String actor) {
        return hosts.get(places.getOrDefault(actor, OWN));
    }

    /// Has something done on the play's own machine, and waits for it.
    ///
    /// @throws ExecutionException with what it threw
    /// @throws InterruptedException when this thread was interrupted; the other is, too, and has ended what it did
    <T> T call(Callable<T> action) throws ExecutionException, InterruptedException {
        return stage.call(action);
    }

    /// Tells why there is no namespace to be had, or `null` where there is.
    static MissingNeed lack() {
        try {
            namespaces(Map.of()).close();
            return null;
        } catch (NativeException e) {
            return new MissingNeed("namespace", "a network namespace of its own needs CAP_SYS_ADMIN (" + e.getMessage() + ")", remedy());
        } catch (IOException e) {
            return new MissingNeed("namespace", e.getMessage(), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new MissingNeed("namespace", "interrupted while it was tried", null);
        }
    }

    private static String remedy() {
        Enabling here = Enabling.here();
        boolean sandbox = new SandboxSource().probe() instanceof Availability.Available;
        return here.with(Right.SYS_ADMIN, Tracing.PLAY.command()) + (sandbox ? Enabling.OR + here.trace(Tracing.PLAY.sandboxed()) : "");
    }

    /// A namespace is gone when its last socket and thread are.
    @Override
    public void close() {
        if (stage != null) {
            stage.close();
        }
        for (NetworkHost host : hosts.values()) {
            host.close();
        }
    }
}
