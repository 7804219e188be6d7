package dev.lifeline.cli;

import dev.lifeline.scenario.Catalogue;
import java.util.ArrayList;
import java.util.List;

/// `--topic`: a part of the catalogue.
final class TopicOption {

    private String name;

    OptionList addTo(OptionList options) {
        return options.text("--topic", "TOPIC", "Only this topic: way-out, way-in, bytes or observers.", word -> name = word);
    }

    boolean given() {
        return name != null;
    }

    /// The topics that are meant.
    ///
    /// @throws UsageException where there is no such topic
    List<Catalogue.Topic> topics() throws UsageException {
        if (name == null) {
            return Catalogue.topics();
        }
        List<String> names = new ArrayList<>();
        for (Catalogue.Topic topic : Catalogue.topics()) {
            if (topic.name().equals(name)) {
                return List.of(topic);
            }
            names.add(topic.name());
        }
        throw new UsageException("--topic " + Near.quote(name) + " is not known" + Near.hint(name, names) + ": there are "
                + String.join(", ", names));
    }
}
