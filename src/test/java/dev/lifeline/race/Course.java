package dev.lifeline.race;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Family;
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
        race = ConnectionRace.of(personality, endpoints(candidates));
    }

    private List<Endpoint> endpoints(String... candidates) {
        List<Endpoint> given = new ArrayList<>();
        for (String each : candidates) {
            String name = each.substring(0, each.indexOf(' '));
            char host = name.charAt(1);
            Endpoint endpoint = new Endpoint(name.charAt(0) == '6' ? "2001:db8::" + host : "192.0.2." + (host - 'a'), 80);
            given.add(endpoint);
            names.put(endpoint, name);
            fates.put(endpoint, each.substring(name.length() + 1));
        }
        return given;
    }

    /// The ladder from the two questions on. An answer is `AAAA 20: 6a ok 30, 6b silent` (after 20 ms, these addresses), or
    /// `A 5: none`; one that never comes is `AAAA never`. All that is left unanswered ends after 5 s.
    static String apart(Personality personality, String six, String four, Map<String, Long> delays) {
        Course course = new Course(personality);
        Map<Family, String[]> answers = new HashMap<>();
        Map<Family, Long> times = new HashMap<>();
        for (String each : List.of(six, four)) {
            Family family = each.startsWith("AAAA") ? Family.IPV6 : Family.IPV4;
            boolean never = each.endsWith(" never");
            String given = never || each.endsWith("none") ? "" : each.substring(each.indexOf(": ") + 2);
            answers.put(family, given.isEmpty() ? new String[0] : given.split(", "));
            times.put(family, never ? 5_000 : Long.parseLong(each.substring(each.indexOf(' ') + 1, each.indexOf(':'))));
        }
        Family first = times.get(Family.IPV4) < times.get(Family.IPV6) ? Family.IPV4 : Family.IPV6;
        long now = times.get(first) * MILLI;
        long other = times.get(first.other()) * MILLI;
        NameAnswers state = NameAnswers.asked(personality).answered(first, answers.get(first).length > 0, now);
        boolean late = state.course(now) == NameAnswers.Course.RACE;
        if (state.course(now) == NameAnswers.Course.WAIT) {
            late = state.due() < other;
            now = Math.min(state.due(), other);
            state = late ? state : state.answered(first.other(), answers.get(first.other()).length > 0, now);
        }
        if (state.course(now) == NameAnswers.Course.NOTHING) {
            course.line(now, "no address");
            return course.ladder.toString();
        }
        List<Endpoint> known = new ArrayList<>(course.endpoints(answers.get(first)));
        List<Endpoint> more = course.endpoints(answers.get(first.other()));
        Map<Endpoint, Long> waits = new HashMap<>();
        course.names.forEach((endpoint, name) -> waits.put(endpoint, delays.containsKey(name) ? delays.get(name) * MILLI : personality.delayNanos()));
        course.tell(now, new Input.Begin());
        if (late) {
            course.tell(other, new Input.Arrived(more, waits));
        } else {
            known = new ArrayList<>(NameAnswers.joined(first == Family.IPV6 ? known : more, first == Family.IPV6 ? more : known,
                    Map.of()));
        }
        course.race = ConnectionRace.of(personality, known, late, waits);
        return course.run(Long.MAX_VALUE);
    }

    /// The ladder of a whole race.
    static String of(Personality personality, String... candidates) {
        return new Course(personality, candidates).begun().run(Long.MAX_VALUE);
    }

    /// The ladder of a race that is cancelled at a time.
    static String cancelled(long atMillis, Personality personality, String... candidates) {
        return new Course(personality, candidates).begun().run(atMillis);
    }

    /// The ladder of a race that has this long to connect.
    static String within(long wholeMillis, Personality personality, String... candidates) {
        Course course = new Course(personality, candidates);
        course.whole = wholeMillis * MILLI;
        return course.begun().run(Long.MAX_VALUE);
    }

    private Course begun() {
        tell(0, new Input.Begin());
        return this;
    }

    private String run(long cancelMillis) {
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
