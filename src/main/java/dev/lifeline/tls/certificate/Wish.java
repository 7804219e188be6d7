package dev.lifeline.tls.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The things that a certificate is to say, as far as they differ from one to the next.
///
/// @param subject common name of its owner; may hold anything
/// @param names hosts for which it is good: DNS names, and addresses in digits; empty for none
/// @param from not good before
/// @param until not good after
/// @param authority whether it may sign others
/// @param padding bytes of an extension that says nothing and makes it big; 0 for none
record Wish(String subject, List<String> names, Instant from, Instant until, boolean authority, int padding) {

    private static final Duration BEFORE = Duration.ofDays(1);

    Wish {
        names = List.copyOf(names);
    }

    /// One that is good from yesterday for this many days.
    static Wish good(String subject, List<String> names, boolean authority, int days) {
        Instant now = Instant.now();
        return new Wish(subject, names, now.minus(BEFORE), now.plus(Duration.ofDays(days)), authority, 0);
    }

    Wish between(Instant first, Instant last) {
        return new Wish(subject, names, first, last, authority, padding);
    }

    Wish padded(int bytes) {
        return new Wish(subject, names, from, until, authority, bytes);
    }
}
