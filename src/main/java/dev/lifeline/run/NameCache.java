package dev.lifeline.run;

import java.security.Security;

/// The JDK remembers for 10 s that a name failed, and then not why. Whoever looks a name up several times wants to hear the
/// resolver each time. (What it remembers of names that were found, a system property switches off; this one has none.)
final class NameCache {

    private NameCache() {
    }

    /// Switches that memory off for this process. Has an effect only before the first look-up.
    static void forgetFailures() {
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
    }
}
