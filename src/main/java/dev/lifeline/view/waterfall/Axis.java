package dev.lifeline.view.waterfall;

import dev.lifeline.text.Durations;

/// The figures over the bars.
final class Axis {

    /// Columns between two figures, at least.
    private static final int GAP = 3;

    private Axis() {
    }

    /// The figures at their places, the unit behind the last one.
    ///
    /// @param cells the cells of the bars
    /// @param room the columns that the text may fill, at least as many as the cells
    static String text(Scale scale, int cells, int room) {
        long step = step(scale, cells);
        int places = places(scale.unit(), step);
        StringBuilder line = new StringBuilder();
        for (long at = 0; at >= 0 && at < scale.wall(); at += step) {
            String figure = Durations.figure(at, scale.unit(), places);
            int place = at == 0 ? 0 : scale.cell(at, cells);
            if (place + figure.length() + 1 + scale.name().length() > room) {
                break;
            }
            line.repeat(' ', place - line.length()).append(figure);
        }
        return line.append(' ').append(scale.name()).toString();
    }

    /// The smallest of 1, 2, 5, 10, 20 … nanoseconds that leaves room for the figures.
    private static long step(Scale scale, int cells) {
        for (long power = 1; power < scale.wall(); power *= 10) {
            for (int factor = 1; factor <= 5; factor += factor == 1 ? 1 : 3) {
                long step = power * factor;
                int figure = Durations.figure(scale.wall(), scale.unit(), places(scale.unit(), step)).length();
                if ((double) step / scale.wall() * cells >= figure + GAP) {
                    return step;
                }
            }
            if (power > Long.MAX_VALUE / 10) {
                break;
            }
        }
        return scale.wall();
    }

    private static int places(long unit, long step) {
        int places = 0;
        for (long of = unit; of > step; of /= 10) {
            places++;
        }
        return places;
    }
}
