package dev.lifeline.run;

import dev.lifeline.server.Behaviour;
import dev.lifeline.server.ServerRules;
import java.io.File;
import java.util.Objects;

/// The loopback server of a run.
///
/// @param behaviour how it answers
/// @param backlog the length asked for of its accept queue
/// @param certificates the folder that keeps the authority of its certificates; `null` to keep none
public record ServerPlan(Behaviour behaviour, int backlog, File certificates) {

    /// The time that a client of HTTP may say nothing at first.
    private static final long FIRST_BYTE_NANOS = 10_000_000_000L;

    public ServerPlan {
        Objects.requireNonNull(behaviour, "behaviour");
    }

    /// One that keeps no certificates.
    public ServerPlan(Behaviour behaviour, int backlog) {
        this(behaviour, backlog, null);
    }

    /// Says if it speaks HTTP, be it inside of TLS.
    public boolean isHttp() {
        return behaviour instanceof Behaviour.Http || behaviour instanceof Behaviour.Secured secured && secured.inside() instanceof Behaviour.Http;
    }

    /// The rules that its behaviour brings.
    ServerRules rules() {
        ServerRules rules = ServerRules.NONE.withCertificates(certificates);
        return isHttp() ? rules.withFirstByteTimeout(FIRST_BYTE_NANOS) : rules;
    }
}
