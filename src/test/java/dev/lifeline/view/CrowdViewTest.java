package dev.lifeline.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.model.Trace;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.ladder.Ladder;
import dev.lifeline.view.plain.Plain;
import dev.lifeline.view.stages.Stages;
import dev.lifeline.wording.crowd.CrowdWords;
import org.junit.jupiter.api.Test;

/// A crowd is folded: figures over all, and the odd ones out by name.
class CrowdViewTest {

    private static final Trace STORM = CrowdFixtures.storm();

    private static String picture(View view, int width, Glyphs glyphs) {
        TraceIndex index = TraceIndex.of(STORM);
        Frame frame = view.picture(index, Diagnosis.of(index), new Canvas(width, glyphs));
        StringBuilder text = new StringBuilder();
        frame.lines().forEach(line -> text.append(line.text().stripTrailing()).append('\n'));
        return text.toString();
    }

    @Test
    void theTableHasARowForEachWayInWhichAStageWent() {
        assertEquals("""
                bind          server  127.0.0.1:7007, backlog 5              30 µs

                storm, 20      n       min    median       max  ms
                connect       16     1.049     1.613     1.980
                               3  1069.993  1079.992  1089.991  TIMEOUT: storm-7 to 9
                               1                       799.995  far slower: storm-5
                accept queue   6  1197.190  1197.290  1197.390  inferred, at least
                peers, 6
                accept         6     0.005     0.005     0.005
                """, picture(new Stages(), 80, Glyphs.UNICODE));
        assertEquals("""
                bind          server  127.0.0.1:7007         30 us

                storm, 20      n       min    median       max  ms
                connect       16     1.049     1.613     1.980
                               3  1069.993  1079.992  1089.991  TIMEOUT: ...
                               1                       799.995  far slowe...
                accept queue   6  1197.190  1197.290  1197.390  inferred,...
                peers, 6
                accept         6     0.005     0.005     0.005
                """, picture(new Stages(), 60, Glyphs.ASCII));
    }

    @Test
    void theLadderDrawsManyAsOne() {
        assertEquals("""
                       ms storm (20)                     kernel                        peers (6)
                             │                        not observed                          │
                    1.049    ├─ 16 × connect in 1.05 to 1.98 ms                             │
                             │                         … 798 ms …                           │
                  799.999    ├─ 1 × connect in 800 ms, far slower (storm-5)                 │
                 1069.999    ×─ 3 × connect: TIMEOUT after 1.07 to 1.09 s (storm-7          │
                             │  to 9)                       ┊                               │
                 1198.889    │                              ├─ 6 × accept queue             │
                             │                              ┊  concluded, at least          │
                             │                              ┊  1.197 s                      │
                 1198.894    │                              ┊           6 × accept in 5 µs ─┤

                drawn: all of storm, peers, folded; --connection N draws one, 1 to 20
                """, picture(new Ladder(0, Detail.NORMAL), 80, Glyphs.UNICODE));
        String one = picture(new Ladder(16, Detail.NORMAL), 80, Glyphs.UNICODE);
        assertTrue(one.contains("storm-5"), one);
    }

    @Test
    void sentencesTellAllOfThem() {
        assertEquals("""
                At -0.111 ms the server started to bind and to listen; after 30 µs it listened
                  on 127.0.0.1:7007 with backlog 5.
                The connect of storm finished 16 times: shortest 1.05 ms, median 1.61 ms,
                  longest 1.98 ms; failed 3 times with TIMEOUT: shortest 1.07 s, median 1.08 s,
                  longest 1.09 s (storm-7 to 9); was far slower once, after 800 ms (storm-5).
                The kernel's accept queue of storm is concluded, not measured, 6 times: shortest
                  1.197 s, median 1.197 s, longest 1.197 s.
                The accept of peers finished 6 times: shortest 5 µs, median 5 µs, longest 5 µs.
                """, picture(new Plain(Detail.NORMAL), 80, Glyphs.UNICODE));
    }

    @Test
    void whatHappenedIsASentence() {
        assertEquals("Of storm 17 of 20 connected; the server's program accepted 6 of them; 3 had no result within 1.07 s; 1 took 800 ms.",
                new CrowdWords(Glyphs.UNICODE).happened(TraceIndex.of(STORM)));
    }

    @Test
    void nothingIsWiderThanItsCanvas() {
        for (int width = Canvas.MIN_WIDTH; width <= 200; width += 7) {
            for (View view : new View[] {new Stages(), new Ladder(0, Detail.NORMAL), new Ladder(0, Detail.DEEP), new Plain(Detail.DEEP),
                Views.named("waterfall", Detail.DEEP)}) {
                int most = width;
                picture(view, width, Glyphs.UNICODE).lines().forEach(line -> assertTrue(line.length() <= most, line));
            }
        }
    }
}
