package dev.lifeline.cli.report;

/// Listener to many plays.
public interface PlayReport {

    /// Says how many will be played.
    void begin(int plays);

    /// One begins. On any thread; the rest comes on one thread.
    void began(String id);

    /// One has ended, or cannot be played.
    ///
    /// @return whether somebody still reads
    boolean tell(PlayResult result);

    /// All have ended.
    void end(PlaySum sum);
}
