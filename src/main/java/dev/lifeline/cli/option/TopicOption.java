package dev.lifeline.cli.option;

import dev.lifeline.cli.UsageException;
import dev.lifeline.scenario.Catalogue;
import dev.lifeline.text.Nearest;
import dev.lifeline.text.Quoted;
import java.util.ArrayList;
import java.util.List;

/// `--topic`: a part of the catalogue.
public final class TopicOption {

    private String name;

    public OptionList addTo(OptionList options) {
        return options.text("--topic", "TOPIC", "Only this topic: way-out, way-in, bytes, workers, between or observers.", word -> name = word);
    }

    public boolean given() {
        return name != null;
    }

    /// The topics that are meant.
    ///
    /// @throws UsageException where there is no such topic
    public List<Catalogue.Topic> topics() throws UsageException {
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
        throw new UsageException("--topic " + Quoted.typed(name) + " is not known" + Nearest.hint(name, names) + ": there are "
                + String.join(", ", names));
    }
}
