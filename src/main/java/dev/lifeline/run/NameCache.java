package dev.lifeline.run;

import java.security.Security;

/// The JDK keeps the answers of the resolver for 30 s, and of a name that failed for 10 s only that it failed, not why. A look-up
/// that is traced must reach the resolver each time, also after that of a server's address.
final class NameCache {

    private NameCache() {
    }

    /// Switches the cache off for this process. Has an effect only before the first look-up.
    static void off() {
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
    }
}
