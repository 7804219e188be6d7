package dev.lifeline.tls;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class KeyLogTrialTest {

    /// Where this fails, the JDK has changed, and the doctor says so: look at how it derives its secrets now.
    @Test
    void theJdkOfTheBuildLetsItsSecretsBeSeen() {
        assertTrue(KeyLogTrial.works(), Runtime.version().toString());
    }
}
