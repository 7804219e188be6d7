package dev.lifeline.export;

import java.util.ArrayList;
import java.util.List;

/// The formats that there are.
public final class Exporters {

    private static final List<Exporter> ALL = List.of(new Pcapng());

    private Exporters() {
    }

    /// The exporter of a format, or `null` where there is none of this name.
    ///
    /// @param format in lower case, as [#formats()] has it
    public static Exporter named(String format) {
        for (Exporter exporter : ALL) {
            if (exporter.format().equals(format)) {
                return exporter;
            }
        }
        return null;
    }

    /// The names of all formats, in the order in which they are told.
    public static List<String> formats() {
        List<String> names = new ArrayList<>();
        for (Exporter exporter : ALL) {
            names.add(exporter.format());
        }
        return names;
    }
}
