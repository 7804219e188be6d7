package dev.lifeline.scenario.judge;

import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.HttpEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.scenario.judge.ActorOnTrace.Own;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Bound;
import dev.lifeline.text.Printable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/// Requests or responses of a play that were whole, as the programs at one end have them.
///
/// @param messages in the order in which they ended
public record WholeMessages(List<Message> messages) {

    /// More than a line can tell are only counted.
    private static final int TOLD = 4;

    /// A message that was whole.
    ///
    /// @param outcome of its stage
    /// @param fields as they were recorded: `name: value`
    /// @param body bytes of its content; 0 where it had none
    public record Message(Outcome outcome, List<String> fields, long body) {
        public Message {
            fields = List.copyOf(fields);
        }

        /// Tells whether it had this field; the case of names does not matter (RFC 9110 section 5.1).
        ///
        /// @param wanted `name: value`, or `null` for any
        public boolean has(String wanted) {
            if (wanted == null) {
                return true;
            }
            int colon = wanted.indexOf(':');
            String name = colon < 0 ? wanted : wanted.substring(0, colon);
            String value = colon < 0 ? null : wanted.substring(colon + 1).strip();
            for (String field : fields) {
                int end = field.indexOf(':');
                if (field.substring(0, end).equalsIgnoreCase(name.strip()) && (value == null || field.substring(end + 1).strip().equals(value))) {
                    return true;
                }
            }
            return false;
        }
    }

    /// Gathers them.
    ///
    /// @param args of an expectation with `of`, `end` and `at`
    /// @param stage REQUEST or RESPONSE
    public static WholeMessages of(PlayIndex play, Args args, Stage stage) {
        List<Own> sides = play.sides(args.text("of"), args.text("end"));
        List<Message> messages = new ArrayList<>();
        Map<Own, List<String>> fields = new HashMap<>();
        Map<Own, Long> bodies = new HashMap<>();
        for (TraceEvent event : play.events()) {
            Own own = own(sides, event);
            if (own == null) {
                continue;
            }
            // An interim response may stand between the head and the end of a request.
            if (event.body().kind() == (stage == Stage.REQUEST ? HttpEvent.Kind.REQUEST_LINE : HttpEvent.Kind.STATUS_LINE)) {
                fields.put(own, new ArrayList<>());
                bodies.put(own, 0L);
            } else if (event.body() instanceof HttpEvent.Field field) {
                fields.computeIfAbsent(own, any -> new ArrayList<>()).add(field.name() + ": " + field.value());
            } else if (event.body() instanceof HttpEvent.BodyEnded body) {
                bodies.put(own, body.bytes());
            } else if (event.body() instanceof StageEvent.Finished done && done.stage() == stage && play.during(event, args.text("at"))) {
                messages.add(new Message(done.outcome(), fields.getOrDefault(own, List.of()), bodies.getOrDefault(own, 0L)));
            }
        }
        return new WholeMessages(messages);
    }

    private static Own own(List<Own> sides, TraceEvent event) {
        for (Own own : sides) {
            if (own.lane() == event.lane() && own.connection() == event.connection()) {
                return own;
            }
        }
        return null;
    }

    /// Counts those that are meant.
    ///
    /// @param wanted them, for a person
    /// @param fits tells whether one is meant
    /// @param told one, for a person
    public Answer answer(String subject, Args args, String wanted, Predicate<Message> fits, Function<Message, String> told) {
        Bound count = args.bound("count");
        long found = 0;
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < messages.size(); i++) {
            found += fits.test(messages.get(i)) ? 1 : 0;
            if (i < TOLD) {
                seen.append(i == 0 ? "" : "; ").append(told.apply(messages.get(i)));
            }
        }
        seen.append(messages.size() > TOLD ? "; and " + (messages.size() - TOLD) + " more" : "");
        boolean held = count == null ? found > 0 : count.holds(found);
        String before = Printable.ascii(subject) + ": ";
        return Answer.of(held, before + Printable.ascii(wanted) + (count == null ? "" : ", " + count.text() + " times"),
                before + (messages.isEmpty() ? "none was whole" : Printable.ascii(seen.toString())
                        + (count == null ? "" : "; " + found + " of those that are meant")));
    }
}
