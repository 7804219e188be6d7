package dev.lifeline.scenario.action;

import dev.lifeline.model.Lane;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Word;
import dev.lifeline.scenario.word.WordKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// A kind of actor: what it can be given under `actors`, and what it can do.
public enum ActorKind implements WordKind {
    /// A server that does one thing at a time, each as a step of its own.
    SERVER(Lane.SERVER),
    /// The event loop of package `server`: it accepts and answers by itself from its `start` on.
    LOOP(Lane.SERVER),
    /// A server with worker threads: it accepts and answers by itself.
    POOL(Lane.SERVER),
    /// The program that opens connections. `connect` (or `live`) makes one; what connections do, it does.
    CLIENT(Lane.CLIENT),
    /// A connection that a server accepted, under the name that `as` gave it.
    CONNECTION(Lane.SERVER),
    /// A UDP socket, for comparison. It stands in the client's lane with a connection number of its own.
    UDP(Lane.CLIENT),
    /// A small DNS server on loopback, over UDP; it is there from the beginning of the play. Names that it does not have: nxdomain.
    DNS(Lane.CLIENT),
    /// A TCP relay in user space: two connections, one to each side.
    RELAY(Lane.SERVER),
    /// The machine itself: what is nobody's.
    MACHINE(Lane.CLIENT);

    private final String label = name().toLowerCase(Locale.ROOT);
    private final Lane lane;

    ActorKind(Lane lane) {
        this.lane = lane;
    }

    /// The lane in which what it does by steps stands.
    public Lane lane() {
        return lane;
    }

    @Override
    public String label() {
        return label;
    }

    /// The kind of this name, or `null`.
    public static ActorKind named(String label) {
        for (ActorKind each : values()) {
            if (each.label().equals(label)) {
                return each;
            }
        }
        return null;
    }

    /// Tells whether it stands under `actors`; otherwise it comes by itself (`machine`) or by a step (`connection`).
    public boolean isDeclared() {
        return this != CONNECTION && this != MACHINE;
    }

    /// Tells whether it has a TCP socket that listens.
    public boolean listens() {
        return this == SERVER || this == LOOP || this == POOL || this == RELAY;
    }

    @Override
    public Word word() {
        return switch (this) {
            case SERVER -> ServerRole.word();
            case LOOP -> LoopRole.word();
            case POOL -> PoolRole.word();
            case CLIENT -> ClientRole.word();
            case CONNECTION -> Word.of(label(), "A connection that a server accepted.");
            case UDP -> UdpRole.word();
            case DNS -> DnsRole.word();
            case RELAY -> RelayRole.word();
            case MACHINE -> Word.of(label(), "The machine itself; it is always there.");
        };
    }

    /// Makes the role of an actor that was given this.
    ///
    /// @param given checked, and with defaults
    /// @throws IllegalArgumentException for kinds that do not stand there
    public ActorRole read(Args given) {
        return switch (this) {
            case SERVER -> ServerRole.of(given);
            case LOOP -> LoopRole.of(given);
            case POOL -> PoolRole.of(given);
            case CLIENT -> ClientRole.of(given);
            case UDP -> UdpRole.of(given);
            case DNS -> DnsRole.of(given);
            case RELAY -> RelayRole.of(given);
            case CONNECTION, MACHINE -> throw new IllegalArgumentException("a " + label() + " does not stand under actors");
        };
    }

    /// Lists its actions.
    public List<ActionKind> actions() {
        return switch (this) {
            case SERVER -> all(ServerAction.Kind.values(), GateAction.Kind.values());
            case LOOP -> all(LoopAction.Kind.values(), GateAction.Kind.values());
            case POOL -> all(PoolAction.Kind.values(), GateAction.Kind.values());
            case CLIENT -> all(ClientAction.Kind.values(), GateAction.Kind.values(), ConnectionAction.Kind.values(), WebAction.Kind.values());
            case CONNECTION -> all(ConnectionAction.Kind.values());
            case UDP -> all(UdpAction.Kind.values());
            case DNS -> List.of();
            case RELAY -> all(RelayAction.Kind.values());
            case MACHINE -> all(MachineAction.Kind.values(), AwaitAction.Kind.values());
        };
    }

    /// The action of this name, or `null`.
    public ActionKind action(String label) {
        String constant = label.toUpperCase(Locale.ROOT).replace('-', '_');
        for (ActionKind each : actions()) {
            // A label is made anew at each call: only that of the one that it can be.
            if (each.name().equals(constant) && each.label().equals(label)) {
                return each;
            }
        }
        return null;
    }

    private static List<ActionKind> all(ActionKind[]... groups) {
        List<ActionKind> all = new ArrayList<>();
        for (ActionKind[] group : groups) {
            Collections.addAll(all, group);
        }
        return all;
    }
}
