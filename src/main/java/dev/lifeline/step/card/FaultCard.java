package dev.lifeline.step.card;

import dev.lifeline.model.Lane;
import dev.lifeline.step.FaultOffer;
import dev.lifeline.text.FittedText;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.LineBuilder;
import dev.lifeline.view.frame.Role;
import dev.lifeline.wording.step.FaultWords;
import java.util.ArrayList;
import java.util.List;

/// The faults that can be had: the word, what it does, on which side of this run, and which are on.
public final class FaultCard {

    private static final int WORD = 24;
    private static final int SIDES = 15;

    private FaultCard() {
    }

    /// Draws it.
    ///
    /// @param offers in the order of their words
    public static Frame of(List<FaultOffer> offers, Canvas canvas) {
        List<Line> lines = new ArrayList<>();
        int about = canvas.width() - SIDES;
        lines.add(new LineBuilder().add("fault add", Role.DIM).to(WORD).add(FittedText.fit("what that side then does", about - WORD - 1, canvas.glyphs()), Role.DIM)
                .to(about).add("can be had on", Role.DIM).build());
        for (FaultOffer offer : offers) {
            boolean had = !offer.sides().isEmpty();
            lines.add(new LineBuilder().add(FaultWords.typed(offer.kind()), had ? Role.COMMAND : Role.DIM).to(WORD)
                    .add(FittedText.fit(FaultWords.about(offer.kind()), about - WORD - 1, canvas.glyphs()), had ? Role.PLAIN : Role.DIM).to(about)
                    .add(sides(offer.sides()), had ? Role.PLAIN : Role.DIM).build());
        }
        for (FaultOffer offer : offers) {
            for (String on : offer.on()) {
                lines.add(new LineBuilder().add("on now", Role.HELD).to(CardTable.LABEL)
                        .add(FittedText.fit(on, canvas.width() - CardTable.LABEL, canvas.glyphs()), Role.HELD).build());
            }
        }
        lines.add(Line.of(FittedText.fit("fault add WORD [on client|server]; fault clear [WORD or N] takes it away", canvas.width(), canvas.glyphs()), Role.DIM));
        return new Frame(lines);
    }

    private static String sides(List<Lane> sides) {
        if (sides.isEmpty()) {
            return "not in this run";
        }
        List<String> names = new ArrayList<>();
        for (Lane lane : sides) {
            names.add(lane.label());
        }
        return String.join(", ", names);
    }
}
