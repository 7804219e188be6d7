package dev.lifeline.view.table;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.walk.StepEnding;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.HangingIndent;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.LineBuilder;
import dev.lifeline.view.frame.Role;
import dev.lifeline.wording.KernelWords;
import dev.lifeline.wording.LossWords;
import dev.lifeline.wording.PlayWords;
import dev.lifeline.wording.RaceWords;
import dev.lifeline.wording.RunWords;
import dev.lifeline.wording.SourceWords;
import dev.lifeline.wording.TraceWords;
import java.util.ArrayList;
import java.util.List;

/// Notes that a reader of the table needs to read it right: what was not observed, left out, lost.
public final class Notes {

    private static final int LABEL = 14;

    /// More remarks and left-out candidates than this are not worth the reader's time.
    private static final int MOST = 20;

    private Notes() {
    }

    /// The notes as lines; none where there is nothing to say.
    public static List<Line> lines(TraceIndex index, Canvas canvas) {
        List<Line> lines = new ArrayList<>();
        TraceHeader.Mode mode = index.header().mode();
        if (!mode.observes(Lane.SERVER) && !index.sides().withItself()) {
            add(lines, "server", TraceWords.unobserved(Lane.SERVER, index.sawServer()).phrase(), Role.DIM, canvas);
        }
        if (!mode.observes(Lane.CLIENT)) {
            add(lines, "client", TraceWords.unobserved(Lane.CLIENT, false).phrase(), Role.DIM, canvas);
        }
        add(lines, "not seen", SourceWords.unseen(index.header()), Role.DIM, canvas);
        if (index.began() > 0) {
            add(lines, "began", TraceWords.counted(index, canvas.glyphs()), Role.DIM, canvas);
        }
        int said = 0;
        int stepped = 0;
        LossWords losses = new LossWords();
        int here = lines.size();
        StepNotes steps = new StepNotes(canvas.glyphs(), index.began());
        for (TraceEvent mark : index.timeline().marks()) {
            if (mark.body() instanceof RunEvent.EventsDropped dropped) {
                add(lines, "dropped", RunWords.of(dropped).phrase(), Role.BAD, canvas);
            } else if (mark.body() instanceof RaceEvent.LeftOut out && said++ < MOST) {
                add(lines, "left out", RaceWords.leftOut(out), Role.DIM, canvas);
            } else if (mark.body() instanceof RunEvent.Remark remark && said++ < MOST) {
                add(lines, "remark", Printable.ascii(remark.text()), Role.DIM, canvas);
            } else if (mark.body() instanceof PlayEvent.StepStarted step) {
                steps.add(step, mark.at());
            } else if (mark.body() instanceof PlayEvent.StepEnded step && step.ending() != StepEnding.DONE && said++ < MOST) {
                add(lines, "remark", PlayWords.of(step).phrase(), Role.DIM, canvas);
            } else if (mark.body() instanceof PlayEvent.WaitFailed failed && said++ < MOST) {
                add(lines, "remark", PlayWords.of(failed, index.began()).phrase(), Role.DIM, canvas);
            } else if (mark.body() instanceof PlayEvent.HandActed hand && said++ < MOST) {
                add(lines, "remark", PlayWords.of(hand).phrase(), Role.DIM, canvas);
            } else if (mark.body() instanceof PlayEvent.PlayCut cut && said++ < MOST) {
                add(lines, "remark", PlayWords.of(cut).phrase(), Role.DIM, canvas);
            } else if (mark.body() instanceof KernelEvent.EvidenceLost evidence) {
                losses.add(mark.connection(), evidence);
            } else if (mark.body() instanceof KernelEvent.ClockStepped step && stepped++ < MOST) {
                add(lines, "clock", KernelWords.of(step, mark.at(), canvas.glyphs()).sentence(), Role.BAD, canvas);
            }
        }
        for (String sentence : losses.sentences(mode != TraceHeader.Mode.SERVER && index.header().connections() <= 1)) {
            add(lines, "lost", sentence, Role.BAD, canvas);
        }
        List<Line> first = new ArrayList<>();
        String label = "steps";
        for (String step : steps.all()) {
            first.add(new LineBuilder().add(label, Role.DIM).to(LABEL)
                    .add(FittedText.fit(step, canvas.width() - LABEL, canvas.glyphs()), Role.DIM).build());
            label = "";
        }
        lines.addAll(here, first);
        if (!index.trace().complete()) {
            add(lines, "incomplete", TraceWords.brokenOff().phrase(), Role.BAD, canvas);
        }
        return lines;
    }

    private static void add(List<Line> lines, String label, String text, Role role, Canvas canvas) {
        HangingIndent.add(lines, label, Role.DIM, text, role, LABEL, canvas);
    }
}
