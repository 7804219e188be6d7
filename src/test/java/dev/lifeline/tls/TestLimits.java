package dev.lifeline.tls;

/// Sets the bounds of the JDK's engine before any test: it reads them once in a process, whichever test meets it first.
public final class TestLimits {

    private TestLimits() {
    }

    public static void set() {
        EngineLimits.set();
    }
}
