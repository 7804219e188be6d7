package dev.lifeline.step;

/// Something for which a walk stops wherever it goes.
public sealed interface StopCause permits StopPlace, StepPlace, StepEnd, Watch {

    /// Writes it as a person types it: `before accept on server`. Safe to print.
    String text();
}
