package dev.lifeline.scenario.expectation;

import static dev.lifeline.scenario.word.Parameter.required;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.counter.KernelCounter;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.scenario.Expectation;
import dev.lifeline.scenario.Need;
import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Looks by how much a counter of the kernel rose: CounterRose. It counts the whole machine or namespace: others may have raised
/// it too.
public final class CounterCheck implements Check {

    @Override
    public Word word(String label) {
        return Word.of(label, "A counter of the kernel, by how much it rose since the play began.",
                required("name", ValueType.WORD, "the kernel's word: /proc/net/netstat, /proc/net/snmp").of(KernelCounter.labels())
                        .needing(Need.SYN_COOKIES, "TCPReqQFullDoCookies", "SyncookiesSent"),
                required("rose", ValueType.BOUND, "by how much")).needing(Need.SOCKDIAG);
    }

    /// Lists the counters that these expectations look at, as the kernel calls them.
    public static Set<String> named(List<Expectation> expectations) {
        Set<String> names = new HashSet<>();
        for (Expectation each : expectations) {
            if (each.kind() == ExpectationKind.COUNTER) {
                names.add(each.args().text("name"));
            }
        }
        return names;
    }

    @Override
    public boolean holdsByLack(Args args) {
        return true;
    }

    @Override
    public Answer look(PlayIndex play, Args args) {
        long rose = 0;
        for (TraceEvent event : play.events()) {
            if (event.body() instanceof KernelEvent.CounterRose counter && counter.name().equals(args.text("name"))) {
                rose = counter.by();
            }
        }
        return Answer.of(args.bound("rose").holds(rose), args.text("name") + " rose by " + args.bound("rose").text(),
                args.text("name") + " rose by " + rose);
    }
}
