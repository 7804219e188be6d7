package dev.lifeline.scenario.expectation;

import static dev.lifeline.scenario.word.Parameter.optional;
import static dev.lifeline.scenario.word.Parameter.required;

import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.SocketPurpose;
import dev.lifeline.scenario.Need;
import dev.lifeline.scenario.judge.ActorOnTrace;
import dev.lifeline.scenario.judge.ActorOnTrace.Own;
import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.Comparison;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;

/// Looks for the descriptor of a socket: DescriptorFound.
public final class DescriptorCheck implements Check {

    @Override
    public Word word(String label) {
        return Word.of(label, "The descriptor of a socket.",
                Subjects.OF,
                required("purpose", ValueType.WORD, "what the socket is for").of("listening", "accepted", "connecting"),
                optional("other", ValueType.ACTOR, "has one of its own, another than this one"),
                optional("found", ValueType.FLAG, "whether there is one").otherwise("true")).needing(Need.DESCRIPTORS);
    }

    @Override
    public boolean holdsByLack(Args args) {
        return true;
    }

    @Override
    public Answer look(PlayIndex play, Args args) {
        String purpose = args.text("purpose");
        KernelEvent.DescriptorFound found = found(play, args.text("of"), purpose);
        String subject = args.text("of") + "'s " + purpose + " socket";
        Comparison comparison = new Comparison(args);
        comparison.add(args.flag("found") ? "a descriptor" : "no descriptor",
                found == null ? "no descriptor" : "descriptor " + found.descriptor(), args.flag("found") == (found != null));
        if (args.has("other")) {
            KernelEvent.DescriptorFound other = found(play, args.text("other"), null);
            comparison.add("another than " + args.text("other") + "'s",
                    args.text("other") + " has " + (other == null ? "none" : "descriptor " + other.descriptor()),
                    found != null && other != null && found.descriptor() != other.descriptor());
        }
        return comparison.answer(subject);
    }

    /// @param purpose or `null` for any
    private static KernelEvent.DescriptorFound found(PlayIndex play, String actor, String purpose) {
        for (TraceEvent event : play.events()) {
            if (event.body() instanceof KernelEvent.DescriptorFound found
                    && (purpose == null || purpose.equals(found.purpose().label())) && isOf(play, event, found, actor)) {
                return found;
            }
        }
        return null;
    }

    private static boolean isOf(PlayIndex play, TraceEvent event, KernelEvent.DescriptorFound found, String actor) {
        if (found.purpose() == SocketPurpose.LISTENING) {
            ActorOnTrace its = play.actor(actor);
            return its != null && its.listener() != null && play.ownsListening(event, actor);
        }
        Lane end = found.end();
        for (Own own : play.sides(actor, null)) {
            if (own.lane() == end && play.isAbout(event, own)) {
                return true;
            }
        }
        return false;
    }
}
