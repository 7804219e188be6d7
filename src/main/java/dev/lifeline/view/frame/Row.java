package dev.lifeline.view.frame;

import java.util.Arrays;

/// A line under construction: a fixed number of cells, painted over one another. What does not fit is cut, never wider.
public final class Row {

    private final char[] cells;
    private final Role[] roles;

    public Row(int width) {
        cells = new char[width];
        roles = new Role[width];
        Arrays.fill(cells, ' ');
        Arrays.fill(roles, Role.PLAIN);
    }

    public Row put(int column, char sign, Role role) {
        if (column >= 0 && column < cells.length) {
            cells[column] = sign;
            roles[column] = role;
        }
        return this;
    }

    public Row put(int column, String text, Role role) {
        for (int i = 0; i < text.length(); i++) {
            put(column + i, text.charAt(i), role);
        }
        return this;
    }

    /// The text with its middle at a column, moved where it would cross the edge.
    public Row centre(int column, String text, Role role) {
        return put(Math.clamp(column - text.length() / 2, 0, Math.max(0, cells.length - text.length())), text, role);
    }

    /// The finished line, without spaces at its end.
    public Line line() {
        int end = cells.length;
        while (end > 0 && cells[end - 1] == ' ') {
            end--;
        }
        Line line = Line.EMPTY;
        int from = 0;
        for (int i = 1; i <= end; i++) {
            if (i == end || roles[i] != roles[from]) {
                line = line.plus(new String(cells, from, i - from), roles[from]);
                from = i;
            }
        }
        return line;
    }
}
