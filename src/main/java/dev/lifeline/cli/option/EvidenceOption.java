package dev.lifeline.cli.option;

import dev.lifeline.cli.UsageException;
import dev.lifeline.run.EvidenceChoice;
import dev.lifeline.text.Nearest;
import dev.lifeline.text.Quoted;
import java.util.ArrayList;
import java.util.List;

/// `--evidence`: which sources a trace may use.
public final class EvidenceOption {

    private String list = "auto";

    public OptionList addTo(OptionList options) {
        return options.text("--evidence", "LIST",
                "auto (default: what this machine gives), portable (no native call), or some of: getaddrinfo, route, sockdiag,"
                        + " descriptors, packet.", words -> list = words);
    }

    /// The choice that the words mean.
    public EvidenceChoice choice() throws UsageException {
        if (list.equals("auto")) {
            return EvidenceChoice.AUTO;
        }
        if (list.equals("portable")) {
            return EvidenceChoice.PORTABLE;
        }
        List<String> asked = new ArrayList<>();
        for (String word : list.split(",", -1)) {
            String name = word.strip();
            if (name.equals("auto") || name.equals("portable")) {
                throw new UsageException("--evidence: " + name + " stands alone: write --evidence " + name + ", or a list of "
                        + String.join(", ", EvidenceChoice.NAMES));
            }
            if (!EvidenceChoice.NAMES.contains(name)) {
                List<String> all = new ArrayList<>(EvidenceChoice.NAMES);
                all.add("auto");
                all.add("portable");
                throw new UsageException("--evidence " + Quoted.typed(name) + " is not known" + Nearest.hint(name, all)
                        + ": there are auto, portable, or a list of " + String.join(", ", EvidenceChoice.NAMES));
            }
            asked.add(name);
        }
        List<String> inOrder = new ArrayList<>(EvidenceChoice.NAMES);
        inOrder.retainAll(asked);
        return new EvidenceChoice(inOrder, true, false);
    }
}
