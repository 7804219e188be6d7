package dev.lifeline.wording.datagram;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.datagram.Datagrams;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import dev.lifeline.wording.EndpointWords;
import dev.lifeline.wording.FailureWords;
import dev.lifeline.wording.line.LadderLine;

/// Datagrams in words, safe to print.
public final class DatagramWords {

    private DatagramWords() {
    }

    /// Writes a datagram on its arrow: `UDP sender → receiver: "one", 3 bytes`.
    public static String mark(Datagrams.Sent datagram, Glyphs glyphs) {
        String to = datagram.to() != null ? Printable.ascii(datagram.to())
                : datagram.sent().remote() == null ? "" : EndpointWords.of(datagram.sent().remote());
        return "UDP " + Printable.ascii(datagram.from()) + (to.isEmpty() ? "" : " " + glyphs.arrow() + " " + to) + ": "
                + LadderLine.data(((Outcome.Moved) datagram.sent().outcome()).bytes());
    }

    /// Writes that a socket had received one.
    public static String received(Datagrams.Sent datagram) {
        return Printable.ascii(datagram.to()) + " has " + LadderLine.data(((Outcome.Moved) datagram.received().outcome()).bytes());
    }

    /// Writes a call that failed.
    public static String refused(Datagrams.Refused refused) {
        return "UDP " + Printable.ascii(refused.actor()) + ", " + refused.call().stage().label() + " failed: "
                + FailureWords.mark(((Span.Failed) refused.call().state()).failure());
    }

    /// Writes the socket over its rows: `UDP socket of sender`.
    public static String socket(String actor) {
        return "UDP socket of " + Printable.ascii(actor);
    }
}
