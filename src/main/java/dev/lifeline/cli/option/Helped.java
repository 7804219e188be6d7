package dev.lifeline.cli.option;

import dev.lifeline.cli.UsageException;
import java.util.List;

/// A command that has more to say to `--help` than its options.
public interface Helped {

    /// The names of the options that its help shows, in this order; the others come with `--help --all`. `null` where it shows all.
    default List<String> common() {
        return null;
    }

    /// Refuses words beside `--help` that name nothing: help for what is not there would hide the mistake.
    ///
    /// @throws UsageException as without `--help`
    default void checkWords() throws UsageException {
    }
}
