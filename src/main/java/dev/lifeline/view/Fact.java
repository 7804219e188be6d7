package dev.lifeline.view;

/// A short line below the details of a stage: what the kernel or a packet adds to it.
///
/// @param text safe text
/// @param role how it is drawn
record Fact(String text, Role role) {

    static Fact of(String text) {
        return new Fact(text, Role.KERNEL);
    }

    /// Something that a person should look into.
    static Fact warning(String text) {
        return new Fact(text, Role.BAD);
    }
}
