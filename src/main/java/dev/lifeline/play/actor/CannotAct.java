package dev.lifeline.play.actor;

/// A step makes no sense at this point of the play: nothing is there to do it with. Nothing was recorded yet.
public final class CannotAct extends Exception {

    private static final long serialVersionUID = 1L;

    /// @param reason for a person, for example `client has no connection`
    public CannotAct(String reason) {
        super(reason, null, false, false);
    }
}
