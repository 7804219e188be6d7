package dev.lifeline.run;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WarmupTest {

    @Test
    void endsByItself() throws InterruptedException {
        Warmup warmup = Warmup.start();
        while (warmup.running()) {
            warmup.finish();
        }
        assertFalse(warmup.running());
    }
}
