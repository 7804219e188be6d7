package dev.lifeline.file.codec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.sym.PropertyNameMatcher;

/// The names of all fields that are read, with a place for each. Rows may have a name in common when it is stored alike in them.
final class FieldNames {

    private final Map<String, Integer> places = new HashMap<>();
    private final List<Field> fields = new ArrayList<>();

    /// Gives places to the fields of a row, of its kinds and of the objects in it.
    ///
    /// @throws IllegalArgumentException where a name is stored in another way elsewhere: a mistake in the table
    void add(CodecRow<?> row) {
        for (Field field : row.fields()) {
            Integer place = places.putIfAbsent(field.getName(), fields.size());
            if (place == null) {
                fields.add(field);
            } else if (fields.get(place).type().stored != field.type().stored) {
                throw new IllegalArgumentException("the field \"" + field.getName() + "\" of " + row.name() + " has another "
                        + "type elsewhere");
            }
            if (field.row() != null) {
                add(field.row());
            }
            if (field.kinds() != null) {
                for (CodecRow<?> kind : field.kinds().rows()) {
                    add(kind);
                }
            }
        }
    }

    int size() {
        return fields.size();
    }

    int place(Field field) {
        return places.get(field.getName());
    }

    /// The first field that was given a place: others of its name are stored alike.
    Field[] inOrder() {
        return fields.toArray(new Field[0]);
    }

    /// A matcher that answers a name with its place.
    PropertyNameMatcher matcher(JsonFactory factory) {
        return factory.constructNameMatcher(List.copyOf(fields), false);
    }

    /// The way in which a row is read: at which places of a [FieldReader] its fields lie.
    static final class Plan {

        final CodecRow<?> row;
        final Field[] fields;
        final int[] places;

        /// The rows of its KIND by their names; empty where it has none.
        final Map<String, Plan> kinds = new HashMap<>();

        Plan(CodecRow<?> row, FieldNames names) {
            this.row = row;
            this.fields = row.fields();
            this.places = new int[fields.length];
            for (int i = 0; i < fields.length; i++) {
                places[i] = names.place(fields[i]);
                if (fields[i].kinds() != null) {
                    for (CodecRow<?> kind : fields[i].kinds().rows()) {
                        kinds.put(kind.name(), new Plan(kind, names));
                    }
                }
            }
        }
    }
}
