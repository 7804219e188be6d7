package dev.lifeline.cli.report;

/// Listener to many plays.
public interface PlayReport {

    /// Says how many will be played.
    void begin(int plays);

    /// One begins. On any thread; the rest comes on one thread.
    void began(String id);

    /// One has ended, or cannot be played.
    ///
    /// @param tally all plays of its scenario so far; this one was the last
    /// @return whether somebody still reads
    boolean tell(PlayTally tally);

    /// All have ended.
    void end(PlaySum sum);
}
