package dev.lifeline.play;

import dev.lifeline.client.Resolver;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Target;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.play.actor.CannotAct;
import dev.lifeline.play.actor.DnsPlayer;
import dev.lifeline.play.actor.HasPort;
import dev.lifeline.play.actor.Player;
import dev.lifeline.play.dns.DnsResponder;
import dev.lifeline.record.DeadlineClock;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.Recorder;
import dev.lifeline.run.Observation;
import dev.lifeline.run.RunSession;
import dev.lifeline.scenario.word.TargetText;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// Things that all actors of a play share. Threads: any.
public final class Play {

    private static final long LOOK_MILLIS = 20;

    private final RunSession session;
    private final Network network;
    private final Resolver resolver;
    private final ConnectionNumbers numbers = new ConnectionNumbers();
    private final PortRanges ranges = new PortRanges();
    private final Map<String, Player> players = new LinkedHashMap<>();
    private final Map<String, List<String>> crowds = new HashMap<>();
    private final Set<String> promised = new HashSet<>();
    private final List<X509Certificate> authorities = new CopyOnWriteArrayList<>();

    /// @param resolver the system's
    Play(RunSession session, Network network, Resolver resolver) {
        this.session = session;
        this.network = network;
        this.resolver = resolver;
    }

    /// One more authority stands for certificates of the play's servers.
    public void addAuthority(X509Certificate authority) {
        authorities.add(authority);
    }

    /// The authorities that stand for certificates of the play's servers by now.
    public List<X509Certificate> authorities() {
        return List.copyOf(authorities);
    }

    /// The machine of an actor.
    NetworkHost host(String actor) {
        return network.of(actor);
    }

    /// Tells whether it is played in a network namespace of its own, and not in that of the machine.
    public boolean isApart() {
        return network.isApart();
    }

    public Recorder recorder() {
        return session.recorder();
    }

    public Observation observation() {
        return session.observation();
    }

    /// Gates at which actors can be held: each by its name, all together by the whole.
    public Gates gates() {
        return session.gates();
    }

    public ConnectionNumbers numbers() {
        return numbers;
    }

    public PortRanges ranges() {
        return ranges;
    }

    /// The system's resolver.
    public Resolver resolver() {
        return resolver;
    }

    /// The DNS server of this name.
    ///
    /// @throws IOException when there is none: nobody else is asked in its place
    public DnsResponder names(String actor) throws IOException {
        if (known(actor) instanceof DnsPlayer dns) {
            return dns.server();
        }
        throw new IOException("there is no DNS server " + actor);
    }

    /// A lane, for what belongs to no connection.
    public LaneRecorder lane(Lane lane) {
        return session.lane(lane);
    }

    public void remark(Lane lane, String text) {
        lane(lane).mark(new RunEvent.Remark(text));
    }

    /// A connection is an actor's from now on.
    ///
    /// @param number its number on the lane
    public void owns(String actor, Lane lane, int number) {
        lane(lane).connection(number).mark(new PlayEvent.ConnectionOwned(actor, null, false));
    }

    /// A connection that a server accepted is an actor's from now on.
    ///
    /// @param number its number on the server's lane
    public void accepted(String actor, String server, int number) {
        lane(Lane.SERVER).connection(number).mark(new PlayEvent.ConnectionOwned(actor, server, false));
    }

    /// A UDP socket has this number from now on.
    ///
    /// @param number its number on the client's lane
    public void ownsSocket(String actor, int number) {
        lane(Lane.CLIENT).connection(number).mark(new PlayEvent.ConnectionOwned(actor, null, true));
    }

    /// It is known where an actor listens, or will.
    void placed(String actor, Lane lane, Endpoint address) {
        lane(lane).mark(new PlayEvent.ActorPlaced(actor, address));
    }

    /// One more takes part.
    public void adopt(String name, Player player) {
        adopt(name, player, null);
    }

    /// One more takes part.
    ///
    /// @param crowd the crowd that it is a member of, or `null`
    public void adopt(String name, Player player, String crowd) {
        lane(player.kind().lane()).mark(new PlayEvent.ActorJoined(name, player.kind().label(), crowd));
        synchronized (players) {
            players.put(name, player);
            if (crowd != null) {
                crowds.computeIfAbsent(crowd, any -> new ArrayList<>()).add(name);
            }
            players.notifyAll();
        }
    }

    /// Lists those whom a name means: the members of a crowd that have come so far, else the one of that name.
    public List<String> those(String name) {
        synchronized (players) {
            return List.copyOf(crowds.getOrDefault(name, List.of(name)));
        }
    }

    /// Actors that take part, in the order in which they came.
    Map<String, Player> players() {
        synchronized (players) {
            return new LinkedHashMap<>(players);
        }
    }

    /// Finds the actor of this name by now, or `null`.
    Player known(String name) {
        synchronized (players) {
            return players.get(name);
        }
    }

    /// A step that was begun will bring one of this name, if it succeeds.
    void promise(String name) {
        synchronized (players) {
            promised.add(name);
        }
    }

    /// The step that was to bring one of this name has ended; `null` is nobody.
    void kept(String name) {
        synchronized (players) {
            promised.remove(name);
            players.notifyAll();
        }
    }

    /// Finds the actor of this name; waits for one that a step in the background still brings.
    ///
    /// @param nanos how long at most
    public Player await(String name, long nanos) throws CannotAct, InterruptedException {
        long end = DeadlineClock.now() + nanos;
        synchronized (players) {
            while (players.get(name) == null) {
                long left = end - DeadlineClock.now();
                if (left <= 0 || !promised.contains(name)) {
                    throw new CannotAct("there is no " + name + " yet");
                }
                players.wait(Math.min(LOOK_MILLIS, left / 1_000_000 + 1));
            }
            return players.get(name);
        }
    }

    /// Tells whether a client has a connection that it has not closed.
    public boolean clientsHoldConnections() {
        for (Player each : players().values()) {
            if (each.holdsConnections()) {
                return true;
            }
        }
        return false;
    }

    /// Finds the address at which an actor listens, or will.
    public Endpoint endpoint(String actor) throws IOException, CannotAct {
        if (known(actor) instanceof HasPort there) {
            return there.endpoint();
        }
        throw new CannotAct(actor + " has no port");
    }

    /// Finds the target that a text stands for.
    public Target target(TargetText text) throws IOException, CannotAct {
        Endpoint there = text.actor() == null ? null : endpoint(text.actor());
        return new Target(text.host() == null ? there.address() : text.host(), there == null ? text.port() : there.port());
    }
}
