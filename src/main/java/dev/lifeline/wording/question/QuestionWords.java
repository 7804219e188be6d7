package dev.lifeline.wording.question;

import dev.lifeline.analysis.packet.NameQuestion;
import dev.lifeline.analysis.packet.NameReply;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Printable;
import dev.lifeline.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/// Questions of look-ups to name servers, and their ends, in words. Safe to print.
public final class QuestionWords {

    private static final int A = 1;
    private static final int AAAA = 28;
    /// As many of a list as a person reads; the rest is counted.
    private static final int LISTED = 4;
    /// An answer that took less is no news.
    private static final long SLOW = 100_000_000;

    private QuestionWords() {
    }

    /// Writes an event of a question in its three lengths.
    public static Wording of(PacketEvent event) {
        return switch (event.kind()) {
            case QUESTION_SEEN -> of((PacketEvent.QuestionSeen) event);
            case REPLY_SEEN -> of((PacketEvent.ReplySeen) event);
            case QUESTION_REFUSED -> of((PacketEvent.QuestionRefused) event);
            case SEGMENT_SEEN, ERROR_SEEN -> throw new IllegalArgumentException("no question: " + event.kind());
        };
    }

    private static Wording of(PacketEvent.QuestionSeen asked) {
        return told("name server " + asked.flow().remote().address() + " was asked " + (asked.again() ? "again " : "") + "for "
                + Printable.ascii(asked.name()) + " (" + type(asked.type()) + ")");
    }

    private static Wording of(PacketEvent.ReplySeen reply) {
        String said = switch (reply.code()) {
            case 0 -> reply.cut() ? "an answer that was cut off" : reply.addresses() == 0 ? "no such address" : reply.addresses() < 0
                    ? "an answer" : Counted.of(reply.addresses(), "address", "addresses");
            default -> code(reply.code());
        };
        return told("name server " + reply.flow().local().address() + " answered for " + Printable.ascii(reply.name()) + " ("
                + type(reply.type()) + "): " + said);
    }

    private static Wording of(PacketEvent.QuestionRefused refused) {
        return told("an ICMP error about a question to name server " + refused.about().remote().address() + " was seen: "
                + Printable.ascii(refused.meaning()) + ", from " + Printable.ascii(refused.offender()));
    }

    private static Wording told(String sentence) {
        return new Wording(null, null, sentence);
    }

    /// Writes what became of questions, one part a server and end: `name server 192.0.2.1 answered SERVFAIL for db.test`.
    public static String said(List<NameQuestion> questions) {
        List<List<NameQuestion>> groups = new ArrayList<>();
        for (NameQuestion question : questions) {
            group(groups, question).add(question);
        }
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < groups.size() && i < LISTED; i++) {
            words.append(i == 0 ? "" : "; ").append(said(groups.get(i), i == 0 || !server(groups, i).equals(server(groups, i - 1))));
        }
        return words.append(groups.size() <= LISTED ? "" : "; and " + (groups.size() - LISTED) + " more").toString();
    }

    private static String server(List<List<NameQuestion>> groups, int number) {
        return groups.get(number).getFirst().server().address();
    }

    private static List<NameQuestion> group(List<List<NameQuestion>> groups, NameQuestion question) {
        for (List<NameQuestion> each : groups) {
            NameQuestion first = each.getFirst();
            if (first.server().equals(question.server()) && first.reply() == question.reply() && first.code() == question.code()
                    && first.times() == question.times()) {
                return each;
            }
        }
        List<NameQuestion> fresh = new ArrayList<>();
        groups.add(fresh);
        return fresh;
    }

    private static String said(List<NameQuestion> group, boolean named) {
        NameQuestion first = group.getFirst();
        String who = named ? "name server " + Printable.ascii(first.server().address()) : "it";
        String times = first.times() == 1 ? "" : first.reply() == NameReply.NONE ? ", asked " + Counted.times(first.times())
                : " when asked " + Counted.times(first.times());
        String end = switch (first.reply()) {
            case NONE -> " did not answer for ";
            case UNREACHABLE -> " was not reached (an ICMP error came) for ";
            case ADDRESSES -> " gave addresses for ";
            case NO_ADDRESS -> " answered that there is no such address for ";
            case NO_NAME -> " answered NXDOMAIN (no such name) for ";
            case SERVER_FAILURE -> " answered SERVFAIL for ";
            case REFUSED -> " answered REFUSED for ";
            case OTHER -> " answered " + code(first.code()) + " for ";
            case CUT -> " answered with a cut-off message for ";
        };
        return who + end + names(group) + times + after(group);
    }

    private static String after(List<NameQuestion> group) {
        long longest = 0;
        for (NameQuestion each : group) {
            longest = Math.max(longest, each.took());
        }
        return longest < SLOW ? "" : ", after " + Durations.rounded(longest);
    }

    /// Each name once; the type where only one of them ended so.
    private static String names(List<NameQuestion> group) {
        List<String> names = new ArrayList<>();
        for (NameQuestion each : group) {
            String name = Printable.ascii(each.name()) + (both(group, each) ? "" : " (" + type(each.type()) + ")");
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < names.size() && i < LISTED; i++) {
            words.append(i == 0 ? "" : i == names.size() - 1 ? " and " : ", ").append(names.get(i));
        }
        return words.append(names.size() <= LISTED ? "" : " and " + (names.size() - LISTED) + " more").toString();
    }

    private static boolean both(List<NameQuestion> group, NameQuestion question) {
        for (NameQuestion each : group) {
            if (each.type() != question.type() && each.name().equalsIgnoreCase(question.name())) {
                return true;
            }
        }
        return false;
    }

    private static String type(int type) {
        return type == A ? "A" : type == AAAA ? "AAAA" : "type " + type;
    }

    private static String code(int code) {
        return switch (code) {
            case 1 -> "FORMERR";
            case 2 -> "SERVFAIL";
            case 3 -> "NXDOMAIN (no such name)";
            case 4 -> "NOTIMP";
            case 5 -> "REFUSED";
            default -> "code " + code;
        };
    }
}
