package dev.lifeline.step;

import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.event.RunEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// A walk through one run: what was recorded so far, the stops, and where the person looks. Immutable.
///
/// @param header of the trace
/// @param events all that was recorded so far, in order of arrival
/// @param stops those that were reached, each with its number as its place
/// @param cursor the number of the stop that is looked at; 0 before the first one
/// @param upTo events with lower numbers of arrival are seen; more than the stop's own while events are stepped through
/// @param breakpoints as they were set
/// @param said notes and answers of the person that the recording does not hold, because it was there before
/// @param run the number of the run, from 1
/// @param live whether sockets are behind it
/// @param whole whether the trace came to its own end
/// @param shown events with lower numbers of arrival were seen at some time
/// @param asks whether questions are asked in it
public record Journey(TraceHeader header, List<TraceEvent> events, List<Stop> stops, int cursor, long upTo,
                      List<Breakpoint> breakpoints, List<RunEvent> said, int run, boolean live, boolean whole, long shown, boolean asks) {

    public Journey {
        Objects.requireNonNull(header, "header");
        events = List.copyOf(events);
        stops = List.copyOf(stops);
        breakpoints = List.copyOf(breakpoints);
        said = List.copyOf(said);
        shown = Math.max(shown, upTo);
    }

    /// A live run that has not come to a stop yet.
    public static Journey live(TraceHeader header, int run) {
        return new Journey(header, List.of(), List.of(), 0, 0, List.of(), List.of(), run, true, false, 0, true);
    }

    /// The same with no sockets behind it any more: a recording that breaks off where the run was left.
    public Journey left() {
        return new Journey(header, events, stops, cursor, upTo, breakpoints, said, run, false, whole, shown, asks);
    }

    /// A recording, seen from its first stop.
    public static Journey of(Trace trace) {
        List<TraceEvent> events = trace.recorded();
        Journey journey = new Journey(trace.header(), events, RecordedStops.of(events), 0, 0, List.of(), List.of(), 1, false,
                trace.complete(), 0, true);
        return journey.at(1);
    }

    /// This one with what was recorded meanwhile and the stop that was reached; the cursor goes there.
    ///
    /// @param known the header, which may say more than before
    /// @param fresh events that have arrived since the last stop, in order of arrival
    /// @param reached the new stop
    /// @param due finds what the stop is due to, told this one with all its events
    public Journey reached(TraceHeader known, List<TraceEvent> fresh, Stop reached, Function<Journey, List<StopHit>> due) {
        List<TraceEvent> more = new ArrayList<>(events);
        more.addAll(fresh);
        Stop stop = reached.due(due.apply(new Journey(known, more, stops, cursor, upTo, breakpoints, said, run, live, whole, shown, asks)));
        List<Stop> all = new ArrayList<>(stops);
        if (!all.isEmpty() && all.getLast().kind() == Stop.Kind.RUNNING && stop.number() == all.getLast().number()) {
            all.removeLast();
        }
        all.add(stop);
        return new Journey(known, more, all, stop.number(), stop.upTo(), counted(stop), said, run, live, stop.isEnd(), shown, asks);
    }

    /// The same with what was recorded since the last stop was reached: the kernel goes on.
    public Journey refreshed(List<TraceEvent> fresh, long seen) {
        if (fresh.isEmpty()) {
            return this;
        }
        List<TraceEvent> more = new ArrayList<>(events);
        more.addAll(fresh);
        List<Stop> all = new ArrayList<>(stops);
        Stop last = all.removeLast();
        all.add(last.seeing(seen));
        return new Journey(header, more, all, cursor, isReplay() ? upTo : seen, breakpoints, said, run, live, whole, seen, asks);
    }

    /// The stop that is looked at; `null` before the first one.
    public Stop stop() {
        return cursor == 0 ? null : stops.get(cursor - 1);
    }

    /// The last stop that was reached.
    public Stop last() {
        return stops.getLast();
    }

    /// Says if the person looks at a recording: what is seen is past, and nothing runs.
    public boolean isReplay() {
        return !live || cursor < stops.size() || isBetween();
    }

    /// Says if the person stands between two stops, and has seen only some of the events on the way to the next one.
    public boolean isBetween() {
        return cursor > 0 && upTo < stop().upTo();
    }

    /// Says if there is no further stop.
    public boolean isOver() {
        return !stops.isEmpty() && last().isEnd() && cursor == stops.size() && !isBetween();
    }

    /// The number of arrival at which the move to this place began: what came from there on is new on its card.
    public long since() {
        return cursor <= 1 ? 0 : stops.get(cursor - 2).upTo();
    }

    /// The trace as it was when the cursor's place was reached.
    public Trace seen() {
        return upTo(upTo);
    }

    /// The trace as far as it is recorded.
    public Trace all() {
        return new Trace(header, events, whole);
    }

    /// The trace as it was at the stop before.
    public Trace before() {
        return upTo(since());
    }

    private Trace upTo(long end) {
        return new Trace(header, before(end, events), whole && isOver());
    }

    /// The events with lower numbers of arrival.
    static List<TraceEvent> before(long end, List<TraceEvent> events) {
        List<TraceEvent> seen = new ArrayList<>();
        for (TraceEvent event : events) {
            if (event.sequence() < end) {
                seen.add(event);
            }
        }
        return seen;
    }

    /// The same seen from a stop.
    ///
    /// @param number from 1
    public Journey at(int number) {
        return new Journey(header, events, stops, number, stops.get(number - 1).upTo(), breakpoints, said, run, live, whole, shown, asks);
    }

    /// The same one event further; `null` where all that the stop saw is seen already.
    public Journey event() {
        long next = upTo;
        if (cursor > 0 && next >= stop().upTo()) {
            return cursor == stops.size() ? null : new Journey(header, events, stops, cursor + 1, next, breakpoints, said, run, live, whole, shown, asks).event();
        }
        return new Journey(header, events, stops, cursor, next + 1, breakpoints, said, run, live, whole, shown, asks);
    }

    /// The breakpoints with one more stop.
    private List<Breakpoint> counted(Stop stop) {
        List<Breakpoint> counted = new ArrayList<>();
        for (Breakpoint each : breakpoints) {
            boolean hit = false;
            for (StopHit due : stop.hits()) {
                hit |= due.number() == each.number();
            }
            counted.add(hit ? each.hit() : each);
        }
        return counted;
    }

    /// The same at the next stop behind the cursor that is at one of some places, that a breakpoint asks for, or on the way to which a watched
    /// value changed; at the last one where none is.
    ///
    /// @param places none for breakpoints alone
    public Journey ahead(List<StopCause> places) {
        WatchedLooks looks = new WatchedLooks(breakpoints, before(upTo, events));
        int told = 0;
        for (int i = isBetween() ? cursor - 1 : cursor; i < stops.size(); i++) {
            Stop stop = stops.get(i);
            int from = told;
            while (told < events.size() && events.get(told).sequence() < stop.upTo()) {
                told++;
            }
            looks.see(events.subList(from, told));
            List<StopHit> hits = new ArrayList<>(hits(List.of(stop)));
            hits.addAll(looks.hits());
            if (!hits.isEmpty() || isAt(places, stop) || i == stops.size() - 1) {
                List<Stop> all = new ArrayList<>(stops);
                all.set(i, stop.due(hits));
                return new Journey(header, events, all, cursor, upTo, counted(all.get(i)), said, run, live, whole, shown, asks).at(i + 1);
            }
        }
        return this;
    }

    /// Finds the breakpoints that stops of one moment are at; watches are no places.
    ///
    /// @param stood the stops; the first one is the one that is shown
    public List<StopHit> hits(List<Stop> stood) {
        List<StopHit> hits = new ArrayList<>();
        for (Breakpoint each : breakpoints) {
            for (Stop stop : stood) {
                if (isAt(each.cause(), stop)) {
                    hits.add(StopHit.at(each, stop == stood.getFirst() ? null : stop));
                }
            }
        }
        return hits;
    }

    private boolean isAt(List<StopCause> places, Stop stop) {
        for (StopCause each : places) {
            if (isAt(each, stop)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(StopCause cause, Stop stop) {
        return cause instanceof StopPlace place ? place.is(stop, events) : cause instanceof StepPlace step && step.is(stop);
    }

    /// The same with a breakpoint more.
    public Journey breaking(StopCause cause) {
        List<Breakpoint> more = new ArrayList<>(breakpoints);
        more.add(new Breakpoint(more.isEmpty() ? 1 : more.getLast().number() + 1, cause));
        return with(more, said);
    }

    /// The same without a breakpoint.
    ///
    /// @param number 0 for all
    /// @throws CommandException when there is none of that number
    public Journey without(int number) throws CommandException {
        List<Breakpoint> fewer = new ArrayList<>(breakpoints);
        if (!fewer.removeIf(each -> number == 0 || each.number() == number)) {
            throw new CommandException(breakpoints.isEmpty() ? "there is no breakpoint and no watch; break STAGE sets one"
                    : "there is no breakpoint or watch " + number + "; info lists them");
        }
        return with(fewer, said);
    }

    /// The same with the breakpoints of another run, and as quiet as that. Those that it has already go on counting, the others have stopped nobody in it.
    public Journey keeping(Journey before) {
        List<Breakpoint> fresh = new ArrayList<>();
        for (Breakpoint other : before.breakpoints) {
            int hits = 0;
            for (Breakpoint own : breakpoints) {
                hits = own.number() == other.number() ? own.hits() : hits;
            }
            fresh.add(new Breakpoint(other.number(), other.cause(), hits));
        }
        Journey kept = with(fresh, said);
        return before.asks ? kept : kept.quiet();
    }

    /// The same with no questions.
    public Journey quiet() {
        return new Journey(header, events, stops, cursor, upTo, breakpoints, said, run, live, whole, shown, false);
    }

    /// The same with something that the person said of a recording.
    public Journey saying(RunEvent event) {
        List<RunEvent> more = new ArrayList<>(said);
        more.add(event);
        return with(breakpoints, more);
    }

    /// All that a person said, in the recording as far as it was seen, and of it.
    public List<RunEvent> spoken() {
        List<RunEvent> spoken = new ArrayList<>();
        for (TraceEvent event : events) {
            if (event.sequence() < shown && event.body() instanceof RunEvent run && run.isSaid()) {
                spoken.add(run);
            }
        }
        spoken.addAll(said);
        return spoken;
    }

    /// Says if all that was seen until now is seen from here: what comes next is not known to the person.
    public boolean isFresh() {
        return upTo == shown;
    }

    private Journey with(List<Breakpoint> others, List<RunEvent> words) {
        return new Journey(header, events, stops, cursor, upTo, others, words, run, live, whole, shown, asks);
    }
}
