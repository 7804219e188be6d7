package dev.lifeline.race;

import dev.lifeline.model.Endpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// Runs a race in virtual time over candidates whose fate is written down, and tells what happened as a ladder:
/// milliseconds, then the wish.
///
/// A candidate is `6a ok 30` (connects after 30 ms), `4b no 5` (fails after 5 ms) or `6c silent`; the first character is its
/// family. Abandoned attempts are told nothing more.
final class Course {

    private static final long MILLI = 1_000_000;

    private record Fact(long at, long order, Input input) {
    }

    private final Map<Endpoint, String> fates = new HashMap<>();
    private final Map<Endpoint, String> names = new HashMap<>();
    private final PriorityQueue<Fact> facts = new PriorityQueue<>(Comparator.comparingLong(Fact::at).thenComparing(Fact::order));
    private final StringBuilder ladder = new StringBuilder();
    private ConnectionRace race;
    private long facted;
    private long whole = Long.MAX_VALUE;

    private Course(Personality personality, String... candidates) {
        List<Endpoint> given = new ArrayList<>();
        for (String each : candidates) {
            String name = each.substring(0, each.indexOf(' '));
            char host = name.charAt(1);
            Endpoint endpoint = new Endpoint(name.charAt(0) == '6' ? "2001:db8::" + host : "192.0.2." + (host - 'a'), 80);
            given.add(endpoint);
            names.put(endpoint, name);
            fates.put(endpoint, each.substring(name.length() + 1));
        }
        race = ConnectionRace.of(personality, given);
    }

    /// The ladder of a whole race.
    static String of(Personality personality, String... candidates) {
        return new Course(personality, candidates).run(Long.MAX_VALUE);
    }

    /// The ladder of a race that is cancelled at a time.
    static String cancelled(long atMillis, Personality personality, String... candidates) {
        return new Course(personality, candidates).run(atMillis);
    }

    /// The ladder of a race that has this long to connect.
    static String within(long wholeMillis, Personality personality, String... candidates) {
        Course course = new Course(personality, candidates);
        course.whole = wholeMillis * MILLI;
        return course.run(Long.MAX_VALUE);
    }

    private String run(long cancelMillis) {
        tell(0, new Input.Begin());
        if (cancelMillis != Long.MAX_VALUE) {
            tell(cancelMillis * MILLI, new Input.Cancel());
        }
        while (!facts.isEmpty()) {
            Fact fact = facts.poll();
            ConnectionRace.Step step = race.step(fact.input(), fact.at());
            race = step.race();
            for (Output output : step.outputs()) {
                carryOut(output, fact.at());
            }
        }
        return ladder.toString();
    }

    private void carryOut(Output output, long now) {
        switch (output) {
            case Output.Start start when now >= whole && !race.personality().timesEach() ->
                    tell(now, new Input.Failed(start.attempt()));
            case Output.Start start -> {
                line(now, "start " + start.attempt() + " " + names.get(start.candidate()));
                String[] fate = fates.get(start.candidate()).split(" ");
                switch (fate[0]) {
                    case "ok" -> tell(now + Long.parseLong(fate[1]) * MILLI, new Input.Connected(start.attempt()));
                    case "no" -> tell(now + Long.parseLong(fate[1]) * MILLI, new Input.Failed(start.attempt()));
                    case "silent" -> { }
                    default -> throw new IllegalArgumentException(fate[0]);
                }
                if (whole != Long.MAX_VALUE) {
                    long rest = race.personality().timesEach() ? whole : Math.max(0, whole - now);
                    tell(now + race.limit(start.attempt(), whole, rest), new Input.Failed(start.attempt()));
                }
                race = race.step(new Input.Connecting(start.attempt(), now), now).race();
            }
            case Output.WakeAt wake -> {
                facts.removeIf(fact -> fact.input() instanceof Input.TimerDue);
                if (wake.nanos() != ConnectionRace.NEVER) {
                    tell(wake.nanos(), new Input.TimerDue());
                }
            }
            case Output.Abandon abandon -> {
                line(now, "abandon " + abandon.attempt() + ": " + abandon.reason());
                facts.removeIf(fact -> fact.input().equals(new Input.Connected(abandon.attempt()))
                        || fact.input().equals(new Input.Failed(abandon.attempt())));
            }
            case Output.Won won -> line(now, "won " + won.attempt());
            case Output.AllFailed failed -> line(now, "all failed");
        }
    }

    private void tell(long at, Input input) {
        facts.add(new Fact(at, facted++, input));
    }

    private void line(long now, String what) {
        String millis = Long.toString(now / MILLI);
        ladder.append(" ".repeat(Math.max(0, 4 - millis.length()))).append(millis).append("  ").append(what).append('\n');
    }
}
