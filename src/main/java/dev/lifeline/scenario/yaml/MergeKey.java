package dev.lifeline.scenario.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Merge key of YAML 1.1 (yaml.org/type/merge.html): `<<: *base` takes over the words of another group, but for those that stand beside
/// it. Of several groups, `<<: [*one, *two]`, the first wins.
final class MergeKey {

    private static final String KEY = "<<";

    private MergeKey() {
    }

    static boolean is(Yaml.Text key) {
        return key.plain() && key.value().equals(KEY);
    }

    /// The entries of a group with those that it takes over behind them.
    static List<Yaml.Entry> merged(List<Yaml.Entry> entries, Problems problems) {
        Yaml.Entry merge = null;
        Set<String> keys = new HashSet<>();
        List<Yaml.Entry> all = new ArrayList<>(entries.size());
        for (Yaml.Entry entry : entries) {
            if (is(entry.key())) {
                merge = entry;
            } else {
                keys.add(entry.key().value());
                all.add(entry);
            }
        }
        if (merge == null) {
            return List.copyOf(entries);
        }
        for (Yaml group : merge.value() instanceof Yaml.Sequence several ? several.items() : List.of(merge.value())) {
            if (!(group instanceof Yaml.Mapping mapping)) {
                problems.add(group.position(), "after << stands the alias of a group of words, and here stands " + group.what()
                        + "; write an anchor before the group, &base {...}, and here <<: *base");
                continue;
            }
            for (Yaml.Entry entry : mapping.entries()) {
                if (keys.add(entry.key().value())) {
                    all.add(entry);
                }
            }
        }
        return List.copyOf(all);
    }
}
