package dev.lifeline.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Failure;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptsFailedTest {

    @Test
    void ofEqualsTheFirstStandsForAll() {
        assertEquals(1, representative(ErrorCode.ECONNREFUSED, ErrorCode.ECONNREFUSED));
        assertEquals(1, representative(ErrorCode.ENETUNREACH, ErrorCode.EADDRNOTAVAIL));
    }

    @Test
    void theOneThatGotFarthestStandsForAll() {
        assertEquals(2, representative(ErrorCode.ENETUNREACH, ErrorCode.TIMEOUT));
        assertEquals(2, representative(ErrorCode.TIMEOUT, ErrorCode.EHOSTUNREACH));
        assertEquals(3, representative(ErrorCode.EHOSTUNREACH, ErrorCode.ETIMEDOUT, ErrorCode.ECONNREFUSED));
    }

    @Test
    void anAttemptThatWasGivenUpStandsForNothing() {
        assertEquals(2, representative(ErrorCode.INTERRUPTED, ErrorCode.UNKNOWN));
    }

    @Test
    void itsTextNamesEveryCandidateWithItsOwnError() {
        AttemptsFailed all = new AttemptsFailed(List.of(
                failure(1, Stage.CONNECT, ErrorCode.ENETUNREACH), failure(2, Stage.CONNECT, ErrorCode.ECONNREFUSED)));

        assertEquals("192.0.2.1:80 ENETUNREACH, 192.0.2.2:80 ECONNREFUSED", all.getMessage());
    }

    private static int representative(ErrorCode... codes) {
        List<AttemptFailure> failures = new ArrayList<>();
        for (ErrorCode code : codes) {
            failures.add(failure(failures.size() + 1, Stage.CONNECT, code));
        }
        return new AttemptsFailed(failures).representative().attempt();
    }

    private static AttemptFailure failure(int attempt, Stage stage, ErrorCode code) {
        Endpoint candidate = new Endpoint("192.0.2." + attempt, 80);
        return new AttemptFailure(attempt, candidate, stage, new Failure(code, Operation.CONNECT, null, candidate, null));
    }
}
