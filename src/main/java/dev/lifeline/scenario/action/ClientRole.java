package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.word.Parameter.optional;
import static dev.lifeline.scenario.word.Parameter.required;

import dev.lifeline.model.Family;
import dev.lifeline.scenario.Need;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.TargetText;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;

/// The program that opens connections.
///
/// @param source the local end, bound before connect; `null` where the kernel chooses
/// @param family `null` for both
/// @param race whose rules decide which address is tried when
/// @param resolver the name of a DNS actor; `null` for the system's resolver
/// @param settings of its sockets
/// @param portRange from which the kernel chooses its local port, as [dev.lifeline.scenario.word.PortsText] takes it; or `null`
public record ClientRole(TargetText to, TargetText source, Family family, String race, String resolver, SocketSettings settings,
                         String portRange) implements ActorRole {

    static ClientRole of(Args given) {
        String family = given.text("family");
        return new ClientRole(given.target("to"), given.source("source"),
                family == null ? null : family.equals("6") ? Family.IPV6 : Family.IPV4, given.text("race"), given.text("resolver"),
                SocketSettings.of(given).ofNew(), given.text("port-range"));
    }

    @Override
    public ActorKind kind() {
        return ActorKind.CLIENT;
    }

    @Override
    public boolean dropsIncoming() {
        return settings.dropIncoming() != null;
    }

    static Word word() {
        return Word.of(ActorKind.CLIENT.label(), "A TCP client that does exactly what its steps say.",
                required("to", ValueType.TARGET, "where to connect to, for example 'both.test:server'"),
                optional("source", ValueType.SOURCE, "the local end, bound before connect: bind(2)"),
                optional("family", ValueType.WORD, "only addresses of this family are tried").of("4", "6").needing(Need.IPV6, "6"),
                optional("race", ValueType.WORD, "whose rules decide which address is tried when")
                        .of("rfc8305", "serial", "java", "java-25", "wget", "wget-1.21", "nc", "nc-1.219", "curl", "curl-8.23",
                                "curl-8.21", "curl-8.14", "curl-7.88", "okhttp", "okhttp-5.1", "node", "node-24", "node-20",
                                "go", "go-1.27", "go-1.19").otherwise("rfc8305"),
                optional("resolver", ValueType.ACTOR, "look-ups are sent to this resolver instead of the system's").of("dns"),
                optional("no-delay", ValueType.FLAG, "TCP_NODELAY: small writes do not wait for an ACK").otherwise("false"),
                Shared.sendBuffer(), Shared.receiveBuffer(),
                optional("syn-count", ValueType.NUMBER, "TCP_SYNCNT: how often the SYN is sent again before connect gives up")
                        .needing(Need.LINUX),
                optional("user-timeout", ValueType.TIME, "TCP_USER_TIMEOUT: how long sent data may stay unacknowledged")
                        .needing(Need.LINUX),
                optional("port-range", ValueType.PORTS,
                        "IP_LOCAL_PORT_RANGE; clients that write the same number of ports share one range").needing(Need.LINUX),
                Shared.dropIncoming(), Shared.count()).and(SocketSettings.lasting()).with(SocketSettings.lastingRules());
    }
}
