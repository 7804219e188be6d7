package dev.lifeline.run;

import dev.lifeline.client.Exchange;
import dev.lifeline.client.Script;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Family;
import dev.lifeline.model.Target;
import dev.lifeline.race.Personality;
import dev.lifeline.run.web.WebPlan;
import dev.lifeline.tls.TlsPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Everything that is asked of a `trace connect`.
///
/// @param target where to; port 0 only together with a server of our own
/// @param server what the server in the same process does, or `null` for a target of somebody else
/// @param only the one family to use, or `null` for both
/// @param source the local address and port to connect from, or `null`; port 0 leaves the port to the kernel
/// @param personality whose rules the connection race follows
/// @param lookupTimeout nanoseconds
/// @param connectTimeout nanoseconds, all attempts together
/// @param script what to say and to expect once connected
/// @param count how many connections, one after the other
/// @param interval pause between them, in nanoseconds
/// @param evidence which sources take part
/// @param web the requests of HTTP that take the script's place, or `null`; of the script they keep what is expected, the deadlines, and
///     how it leaves
/// @param tls the wishes for TLS, where it is asked for by the target or here; `null` for the usual ones
public record ConnectPlan(Target target, ServerPlan server, Family only, Endpoint source, Personality personality,
                          long lookupTimeout, long connectTimeout, Script script, int count, long interval,
                          EvidenceChoice evidence, WebPlan web, TlsPlan tls) {

    /// As many connections as one run makes at most.
    public static final int MAX_COUNT = 10_000;

    private static final List<String> HTTP = List.of("http/1.1");

    /// A plan without HTTP, and without TLS.
    public ConnectPlan(Target target, ServerPlan server, Family only, Endpoint source, Personality personality, long lookupTimeout,
                       long connectTimeout, Script script, int count, long interval, EvidenceChoice evidence) {
        this(target, server, only, source, personality, lookupTimeout, connectTimeout, script, count, interval, evidence, null, null);
    }

    public ConnectPlan {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(personality, "personality");
        Objects.requireNonNull(script, "script");
        Objects.requireNonNull(evidence, "evidence");
        if (count < 1 || count > MAX_COUNT) {
            throw new IllegalArgumentException(count + " connections are outside 1 to " + MAX_COUNT);
        }
    }

    /// The same, to where a redirect leads.
    ConnectPlan following(WebPlan other) {
        return new ConnectPlan(other.destination(), server, only, source, personality, lookupTimeout, connectTimeout, script, count, interval, evidence, other,
                tls);
    }

    /// Everything that is done with a connection, in its order; what of it can be made before there is one, is made.
    ///
    /// @param port where it goes to
    List<Exchange> exchanges(int port) {
        if (web == null && !target.scheme().secured()) {
            return script.exchanges();
        }
        List<Exchange> all = new ArrayList<>(5);
        if (web == null) {
            all.add(new Exchange.Secure(wishes(), target.host(), script.deadlines().read()).ahead());
            all.addAll(script.exchanges());
            return all;
        }
        if (web.tunnel() != null) {
            all.add(new Exchange.Http(web.tunnel(), null, script.deadlines()));
        }
        if (web.origin().scheme().secured()) {
            TlsPlan asked = wishes();
            all.add(new Exchange.Secure(asked.alpn().isEmpty() ? asked.offering(HTTP) : asked, web.origin().host(), script.deadlines().read())
                    .ahead());
        }
        all.add(new Exchange.Http(web.on(port).requests(), script.expected(), script.deadlines()));
        all.add(script.close());
        return all;
    }

    private TlsPlan wishes() {
        return tls == null ? TlsPlan.DEFAULT : tls;
    }
}
