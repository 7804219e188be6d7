package dev.lifeline.scenario;

/// How one kind of expectation is looked for. Pure.
interface Check {

    Answer look(Sight sight, Args args);

    /// The name of the source of evidence that it rests on; `null` where the programs' own events are enough.
    default String source() {
        return null;
    }
}
