package dev.lifeline.observe;

import dev.lifeline.model.Evidence;

/// Something that can witness a connection.
public interface EvidenceSource {

    /// Its name in `trace doctor` and in recordings.
    String name();

    /// The grade of the events that it gives.
    Evidence grade();

    /// Says in a few words what the source is good for.
    String purpose();

    /// Tries it, for real and within a second. Never throws: what goes wrong is the answer.
    Availability probe();

    /// The same for a run that follows soon: what the trial makes may be kept for it.
    default Availability prepare() {
        return probe();
    }

    /// The answer of this source's own [#probe] with all that would enable it here. To find that out can take a second, so it is
    /// asked only where a person reads it.
    ///
    /// @param tracing what the person wants to do with it
    default Availability.Unavailable explained(Availability.Unavailable why, Tracing tracing) {
        return why;
    }
}
