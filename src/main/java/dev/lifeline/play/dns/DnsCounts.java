package dev.lifeline.play.dns;

import java.util.HashMap;
import java.util.Map;

/// Counts of the questions to a server. A look-up for both families is two questions. Any thread may read.
public final class DnsCounts {

    /// Names that are told apart; questions for more are in the sum alone.
    static final int MOST = 1024;

    private final Map<String, Long> byName = new HashMap<>();
    private long all;
    private long unreadable;

    DnsCounts() {
    }

    synchronized void asked(DnsQuestion question) {
        all++;
        String name = DnsName.key(question.name());
        Long before = byName.get(name);
        if (before != null || byName.size() < MOST) {
            byName.put(name, before == null ? 1 : before + 1);
        }
    }

    synchronized void unreadable() {
        unreadable++;
    }

    /// Questions for this name, in whatever spelling, since the start.
    public synchronized long of(String name) {
        Long count = byName.get(DnsName.key(name));
        return count == null ? 0 : count;
    }

    /// The same for each name that was asked for, in lower case: a copy.
    public synchronized Map<String, Long> byName() {
        return Map.copyOf(byName);
    }

    /// Sum of all questions.
    public synchronized long all() {
        return all;
    }

    /// Datagrams that were no questions and got no answer.
    public synchronized long ignored() {
        return unreadable;
    }
}
