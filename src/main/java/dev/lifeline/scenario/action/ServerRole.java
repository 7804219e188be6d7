package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.scenario.Need;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;

/// A server that does one thing at a time, each as a step of its own: the program of `listen(2)` and `accept(2)`, blocking.
///
/// @param accepted options of the connections that it accepts
/// @param receiveBuffer SO_RCVBUF of its listening socket, bytes; `null` for the kernel's default
/// @param deferAccept TCP_DEFER_ACCEPT, nanoseconds; `null` for none
/// @param unprivileged whether it binds without the capability for ports below 1024
/// @param dropsIncoming whether its listening socket hears nothing
public record ServerRole(Place place, int backlog, SocketSettings accepted, Long receiveBuffer, boolean reuseAddress,
                         Long deferAccept, boolean unprivileged, boolean dropsIncoming) implements ActorRole {

    static ServerRole of(Args given) {
        return new ServerRole(Place.of(given), (int) given.number("backlog"), SocketSettings.ofAccepted(given),
                (Long) given.value("receive-buffer"), given.flag("reuse-address"), (Long) given.value("defer-accept"),
                given.flag("unprivileged"), given.flag("drop-incoming"));
    }

    @Override
    public ActorKind kind() {
        return ActorKind.SERVER;
    }

    static Word word() {
        return Word.of(ActorKind.SERVER.label(), "A blocking TCP server that does exactly what its steps say.",
                Shared.address(), Shared.port(), Shared.portOf(), Shared.backlog(),
                Shared.sendBuffer(), Shared.receiveBuffer(),
                optional("reuse-address", ValueType.FLAG, "SO_REUSEADDR; Java sets it unless told otherwise").otherwise("true"),
                optional("defer-accept", ValueType.TIME,
                        "TCP_DEFER_ACCEPT of tcp(7), rounded up to seconds: no accept before data").needing(Need.LINUX),
                optional("unprivileged", ValueType.FLAG, "it binds without the capability for ports below 1024: capabilities(7)")
                        .otherwise("false").needing(Need.PRIVILEGED_PORTS),
                Shared.dropIncoming()).and(SocketSettings.lasting()).with(SocketSettings.lastingRules(Shared.onePort()));
    }
}
