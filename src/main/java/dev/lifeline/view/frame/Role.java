package dev.lifeline.view.frame;

/// The purpose of a piece of text. The terminal decides what that looks like; without colour the text alone must say it all.
public enum Role {
    /// Ordinary text.
    PLAIN,
    /// The headline, and figures that matter.
    STRONG,
    /// Column headings, axes, what may be skipped.
    DIM,
    /// It went well.
    GOOD,
    /// It did not.
    BAD,
    /// The client's line of life.
    CLIENT,
    /// The kernel's line of life.
    KERNEL,
    /// The server's line of life.
    SERVER,
    /// Concluded, not measured.
    INFERRED,
    /// Held on purpose.
    HELD,
    /// A command that a person can type.
    COMMAND
}
