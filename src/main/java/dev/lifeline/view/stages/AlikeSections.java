package dev.lifeline.view.stages;

import dev.lifeline.text.Counted;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.waterfall.WaterfallRow;
import dev.lifeline.view.waterfall.WaterfallSection;
import java.util.ArrayList;
import java.util.List;

/// Folds connections of a play that would be drawn alike into one section, and bounds how many sections there are. One that failed is
/// never left out for one that did not.
final class AlikeSections {

    /// Connections with a section of their own: more do not fit a screen.
    private static final int MOST = 5;

    /// Durations that differ by less than this part of the whole have the same bar.
    private static final int PART = 10;

    private AlikeSections() {
    }

    /// The sections that are drawn.
    ///
    /// @param whole nanoseconds of the time axis
    static List<WaterfallSection> of(List<WaterfallSection> sections, long whole, Glyphs glyphs) {
        List<WaterfallSection> drawn = new ArrayList<>();
        List<Integer> more = new ArrayList<>();
        for (WaterfallSection section : sections) {
            int like = like(section, drawn, whole);
            if (like < 0) {
                drawn.add(section);
                more.add(0);
            } else {
                more.set(like, more.get(like) + 1);
            }
        }
        for (int i = 0; i < drawn.size(); i++) {
            if (more.get(i) > 0) {
                drawn.set(i, new WaterfallSection(drawn.get(i).heading() + ", and " + Counted.grouped(more.get(i)) + " more like it", drawn.get(i).rows()));
            }
        }
        return bounded(drawn, glyphs);
    }

    private static List<WaterfallSection> bounded(List<WaterfallSection> sections, Glyphs glyphs) {
        List<WaterfallSection> drawn = new ArrayList<>(sections);
        int headed = 0;
        for (WaterfallSection section : sections) {
            headed += section.heading() == null ? 0 : 1;
        }
        int left = headed;
        for (int i = drawn.size() - 1; i >= 0 && left > MOST; i--) {
            if (drawn.get(i).heading() != null && !failed(drawn.get(i))) {
                drawn.remove(i);
                left--;
            }
        }
        if (left < headed) {
            drawn.add(new WaterfallSection(glyphs.ellipsis() + " and " + Counted.of(headed - left, "more connection") + ": --detail deep", List.of()));
        }
        return drawn;
    }

    private static boolean failed(WaterfallSection section) {
        for (WaterfallRow row : section.rows()) {
            if (row.kind() == WaterfallRow.Kind.FAILED) {
                return true;
            }
        }
        return false;
    }

    /// The place of the section that this one is like; -1 where there is none.
    private static int like(WaterfallSection section, List<WaterfallSection> drawn, long whole) {
        for (int i = 0; section.heading() != null && i < drawn.size(); i++) {
            if (drawn.get(i).heading() != null && alike(section.rows(), drawn.get(i).rows(), whole)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean alike(List<WaterfallRow> one, List<WaterfallRow> other, long whole) {
        boolean alike = one.size() == other.size();
        for (int i = 0; alike && i < one.size(); i++) {
            WaterfallRow row = one.get(i);
            WaterfallRow its = other.get(i);
            boolean words = row.kind() == WaterfallRow.Kind.DONE || row.detail().equals(its.detail());
            alike = words && row.kind() == its.kind() && row.label().equals(its.label()) && row.side().equals(its.side())
                    && Math.abs((row.end() - row.start()) - (its.end() - its.start())) * PART <= whole;
        }
        return alike;
    }
}
