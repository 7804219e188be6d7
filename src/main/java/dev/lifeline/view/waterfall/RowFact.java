package dev.lifeline.view.waterfall;

import dev.lifeline.view.frame.Role;

/// A short line below the details of a stage: what the kernel or a packet adds to it.
///
/// @param text safe text
/// @param role how it is drawn
record RowFact(String text, Role role) {

    static RowFact of(String text) {
        return new RowFact(text, Role.KERNEL);
    }

    /// Something that a person should look into.
    static RowFact warning(String text) {
        return new RowFact(text, Role.BAD);
    }
}
