package dev.lifeline.client;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Stage;
import java.io.IOException;
import java.util.List;

/// Every attempt of a race failed: the cause of the [dev.lifeline.record.StageFailure] that [Dialer#dial] throws.
public final class AttemptsFailed extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient List<AttemptFailure> failures;

    AttemptsFailed(List<AttemptFailure> failures) {
        super(text(failures));
        this.failures = List.copyOf(failures);
    }

    /// Each attempt with its own error, in the order of the attempts; at least one.
    public List<AttemptFailure> failures() {
        return failures;
    }

    /// The one failure that stands for all.
    ///
    /// The first attempt's, because the order of the candidates is the order of preference; but an attempt that went
    /// further says more: connect comes before bind, an answer or a silence of the network before an error with which this
    /// machine never sent anything (a host without IPv6 fails at every IPv6 address, whatever the service does), and
    /// anything before an attempt that was merely given up.
    AttemptFailure representative() {
        AttemptFailure best = failures.getFirst();
        for (AttemptFailure each : failures) {
            if (weight(each) > weight(best)) {
                best = each;
            }
        }
        return best;
    }

    private static int weight(AttemptFailure attempt) {
        ErrorCode code = attempt.failure().code();
        if (code == ErrorCode.INTERRUPTED) {
            return 0;
        }
        if (attempt.stage() != Stage.CONNECT) {
            return 1;
        }
        return neverSent(code) ? 2 : 3;
    }

    private static boolean neverSent(ErrorCode code) {
        return code == ErrorCode.ENETUNREACH || code == ErrorCode.EADDRNOTAVAIL || code == ErrorCode.EAFNOSUPPORT
                || code == ErrorCode.EINVAL;
    }

    private static String text(List<AttemptFailure> failures) {
        StringBuilder text = new StringBuilder();
        for (AttemptFailure each : failures) {
            text.append(text.isEmpty() ? "" : ", ").append(each.candidate()).append(' ').append(each.failure().code());
        }
        return text.toString();
    }
}
