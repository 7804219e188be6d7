package dev.lifeline.diagnosis.texts;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.packet.NameQuestion;
import dev.lifeline.analysis.packet.NameReply;
import dev.lifeline.analysis.socket.EndpointMatch;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.wording.question.QuestionWords;
import java.util.ArrayList;
import java.util.List;

/// The questions of a connection's look-up to name servers, as the texts of verdicts ask for them. Where packets may be missing, or the
/// clock of packets was set, there are none.
///
/// @param of the stage that they are about
record QuestionsAsked(Circumstances of) {

    /// A question that held the look-up up took at least this part of it.
    private static final int PART = 3;

    private List<NameQuestion> all() {
        List<NameQuestion> own = new ArrayList<>(0);
        if (of.figures() == null || of.run().lane() == Lane.SERVER || !of.figures().witness().gapless()
                || of.figures().witness().stepped() != null) {
            return own;
        }
        for (NameQuestion each : of.facts().index().questions()) {
            if (each.connection() == of.run().connection()) {
                own.add(each);
            }
        }
        return own;
    }

    /// Tells whether any was seen.
    boolean any() {
        return !all().isEmpty();
    }

    /// Tells whether one of them ended so.
    boolean some(NameReply reply) {
        return server(reply) != null;
    }

    /// Tells whether none of them had an answer.
    boolean silent() {
        for (NameQuestion each : all()) {
            if (each.reply() != NameReply.NONE) {
                return false;
            }
        }
        return any();
    }

    /// Tells whether each of them ended without an address, by an answer about the name.
    boolean nothingThere() {
        for (NameQuestion each : all()) {
            if (each.reply() != NameReply.NO_NAME && each.reply() != NameReply.NO_ADDRESS) {
                return false;
            }
        }
        return any();
    }

    /// All of them and what became of them, in words.
    String said() {
        return QuestionWords.said(all());
    }

    /// The address of the first server to which a question ended so; `null` where there is none.
    String server(NameReply reply) {
        for (NameQuestion each : all()) {
            if (each.reply() == reply) {
                return each.server().address();
            }
        }
        return null;
    }

    /// Tells whether a server that was not reached, or else one that did not answer, has an address of this machine's loopback.
    boolean here() {
        String server = server(NameReply.UNREACHABLE);
        server = server == null ? server(NameReply.NONE) : server;
        return server != null && EndpointMatch.isLoopback(server);
    }

    /// Those that held the look-up up, and what became of them, in words; `null` where none did.
    String slow() {
        List<NameQuestion> slow = new ArrayList<>(0);
        Span lookup = lookup();
        for (NameQuestion each : lookup == null ? List.<NameQuestion>of() : all()) {
            if (each.waited(lookup.end()) >= Math.max(NamesAsked.SHORTEST_WAIT / 2, lookup.took() / PART)) {
                slow.add(each);
            }
        }
        return slow.isEmpty() ? null : QuestionWords.said(slow);
    }

    private Span lookup() {
        for (Span span : of.facts().index().stages()) {
            if (span.stage() == Stage.LOOKUP && span.lane() == Lane.CLIENT && span.connection() == of.run().connection()) {
                return span;
            }
        }
        return null;
    }
}
