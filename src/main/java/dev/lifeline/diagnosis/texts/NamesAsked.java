package dev.lifeline.diagnosis.texts;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.socket.EndpointMatch;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.LookupSource;
import dev.lifeline.model.event.Outcome;

/// The look-up of a connection, as the texts of verdicts ask for it.
///
/// @param of the stage that they are about
record NamesAsked(Circumstances of) {

    /// The shortest time in nanoseconds that the C library waits for an answer (`timeout` of resolv.conf(5)): a look-up that took
    /// less did not fail by silence.
    static final long SHORTEST_WAIT = 1_000_000_000;

    /// The outcome of the look-up; `null` where there was none.
    private Outcome.Answers answers() {
        return of.outcome(Stage.LOOKUP) instanceof Outcome.Answers answers ? answers : null;
    }

    /// The unspecified address, where it was asked for or is an answer; `null` where it is not.
    String unspecified() {
        String host = of.target().host();
        if (EndpointMatch.isWildcard(new Endpoint(host, 0))) {
            return host;
        }
        Outcome.Answers answers = answers();
        if (answers != null && answers.source() != LookupSource.LITERAL) {
            for (String address : answers.addresses()) {
                if (EndpointMatch.isWildcard(new Endpoint(address, 0))) {
                    return address;
                }
            }
        }
        return null;
    }

    /// The domain that was put behind the name; `null` where none is known.
    String searchDomain() {
        return answers() == null ? null : answers().searchDomain();
    }

    /// The longer name that was answered for, or `null`.
    String foundAs() {
        return answers() == null ? null : answers().canonical();
    }

    /// Tells whether the look-up took most of the time.
    boolean slow() {
        long took = of.facts().trace().header().connections() > 1 ? -1 : took();
        return took >= SHORTEST_WAIT && took >= of.facts().end() / 2;
    }

    /// How long the look-up took; -1 where there was none.
    long took() {
        for (Span span : of.facts().index().stages()) {
            if (span.stage() == Stage.LOOKUP && span.lane() == Lane.CLIENT && span.connection() == of.run().connection()
                    && span.begun() != null && span.state() instanceof Span.Done) {
                return span.took();
            }
        }
        return -1;
    }

    /// Tells whether an address of fe80::/10 (RFC 4291 section 2.5.6) names no zone: each interface has such a network.
    static boolean isZoneless(Endpoint end) {
        if (end == null || end.address().indexOf('%') >= 0 || end.address().length() < 6 || end.address().indexOf(':') != 4) {
            return false;
        }
        String first = end.address().substring(0, 4);
        return first.startsWith("fe") && "89ab".indexOf(first.charAt(2)) >= 0;
    }
}
