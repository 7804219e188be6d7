package dev.lifeline.play;

/// Guest of a play at a label: the step has ended, the next has not begun, and the sockets are alive.
public interface PlayVisitor {

    /// Stands at the label, as long as it likes: no deadline of the play passes meanwhile, and the kernel goes on.
    /// On the thread that plays, which an interrupt of the play interrupts.
    ///
    /// @param stop what can be seen and done there
    /// @return whether the play goes on; else it ends here, cleanly
    boolean visit(PlayStop stop) throws InterruptedException;
}
