package dev.lifeline;

import dev.lifeline.tls.TestLimits;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/// Says in the build's output which test was skipped and why. JUnit finds it as a service, so it watches every test.
public final class SkipReasons implements TestWatcher {

    static {
        TestLimits.set();
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        say(context, reason.orElse("disabled"));
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        say(context, String.valueOf(cause.getMessage()));
    }

    private static void say(ExtensionContext context, String reason) {
        System.out.println("SKIPPED " + context.getRequiredTestClass().getName() + " " + context.getDisplayName() + ": " + reason);
    }
}
