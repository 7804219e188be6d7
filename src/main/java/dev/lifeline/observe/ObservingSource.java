package dev.lifeline.observe;

/// A source of evidence that watches a run from beginning to end.
public interface ObservingSource extends EvidenceSource {

    /// Starts to observe.
    ///
    /// @throws UnavailableException when it cannot be used here, with the reason and the remedy
    Observer start(Subject subject) throws UnavailableException;
}
