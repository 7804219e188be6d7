package dev.lifeline.play.dns;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The names that a server has, and what it answers for each. Pure; immutable.
public final class DnsZone {

    /// Names at most.
    public static final int MOST = 256;
    /// Aliases that are followed at most, so that a ring of them ends.
    static final int MAX_ALIASES = 8;

    private final Map<String, DnsAnswer> answers;

    /// @param answers by name, with or without a last dot, in any case; every other name does not exist
    /// @throws IllegalArgumentException when a name or an alias' target can be none in DNS, or there are too many
    public DnsZone(Map<String, DnsAnswer> answers) {
        if (answers.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " names, not " + answers.size());
        }
        Map<String, DnsAnswer> byKey = new HashMap<>();
        for (Map.Entry<String, DnsAnswer> each : answers.entrySet()) {
            name(each.getKey());
            if (each.getValue() instanceof DnsAnswer.Alias alias) {
                name(alias.target());
            }
            if (byKey.put(DnsName.key(each.getKey()), each.getValue()) != null) {
                throw new IllegalArgumentException(each.getKey() + " is there twice");
            }
        }
        this.answers = Map.copyOf(byKey);
    }

    private static void name(String text) {
        if (!DnsName.isName(text)) {
            throw new IllegalArgumentException('"' + text + "\" is no name in DNS");
        }
    }

    /// A zone from words, as [DnsAnswer#of] reads them.
    ///
    /// @throws IllegalArgumentException when a name or an answer is none
    public static DnsZone of(Map<String, List<String>> words) {
        Map<String, DnsAnswer> answers = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> each : words.entrySet()) {
            answers.put(each.getKey(), DnsAnswer.of(each.getValue()));
        }
        return new DnsZone(answers);
    }

    /// Finds the end of the aliases of a name, in the spelling of the last of them.
    private String last(String name, DnsReply reply) {
        String at = name;
        for (int i = 0; i < MAX_ALIASES && at(at) instanceof DnsAnswer.Alias alias; i++) {
            String target = DnsName.withoutLastDot(alias.target());
            if (reply != null) {
                reply.alias(at, target);
            }
            at = target;
        }
        return at;
    }

    private DnsAnswer at(String name) {
        DnsAnswer answer = answers.get(DnsName.key(name));
        return answer == null ? DnsAnswer.Without.NXDOMAIN : answer;
    }

    /// Addresses that a question for this name is answered with, through its aliases.
    Set<InetAddress> addresses(String name) {
        return at(last(name, null)) instanceof DnsAnswer.Addresses found ? Set.copyOf(found.addresses()) : Set.of();
    }

    /// The answer to a question.
    ///
    /// @return the message, or `null` where the server stays silent
    ByteBuffer answer(DnsQuestion question) {
        if (question.group() != DnsQuestion.INTERNET) {
            return new DnsReply(question, DnsReply.REFUSED).message();
        }
        DnsAnswer end = at(last(question.name(), null));
        if (end == DnsAnswer.Without.SILENT) {
            return null;
        }
        DnsReply reply = new DnsReply(question, code(end));
        String owner = last(question.name(), reply);
        if (end instanceof DnsAnswer.Addresses found) {
            for (InetAddress each : found.addresses()) {
                int type = each instanceof Inet4Address ? DnsQuestion.A : DnsQuestion.AAAA;
                if (type == question.type()) {
                    reply.address(owner, type, each.getAddress());
                }
            }
        }
        return reply.message();
    }

    /// An alias is the end only where there are too many of them.
    private static int code(DnsAnswer end) {
        if (end == DnsAnswer.Without.NXDOMAIN) {
            return DnsReply.NXDOMAIN;
        }
        if (end == DnsAnswer.Without.SERVFAIL || end instanceof DnsAnswer.Alias) {
            return DnsReply.SERVFAIL;
        }
        return end == DnsAnswer.Without.REFUSED ? DnsReply.REFUSED : DnsReply.NO_ERROR;
    }
}
