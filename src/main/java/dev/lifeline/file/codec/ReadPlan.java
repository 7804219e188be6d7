package dev.lifeline.file.codec;

import java.util.HashMap;
import java.util.Map;

/// How a row is read: at which places of a [FieldReader] its fields lie.
final class ReadPlan {

    final CodecRow<?> row;
    final Field[] fields;
    final int[] places;

    /// The rows of its KIND by their names; empty where it has none.
    final Map<String, ReadPlan> kinds = new HashMap<>();

    ReadPlan(CodecRow<?> row, FieldNames names) {
        this.row = row;
        this.fields = row.fields();
        this.places = new int[fields.length];
        for (int i = 0; i < fields.length; i++) {
            places[i] = names.place(fields[i]);
            if (fields[i].kinds() != null) {
                for (CodecRow<?> kind : fields[i].kinds().rows()) {
                    kinds.put(kind.name(), new ReadPlan(kind, names));
                }
            }
        }
    }
}
