package dev.lifeline.observe;

/// A source of evidence cannot be used here and now.
public final class UnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Availability.Unavailable why;

    /// @param why with the remedy, where there is one
    public UnavailableException(Availability.Unavailable why) {
        super(why.reason());
        this.why = why;
    }

    /// The reason, and what would help.
    public Availability.Unavailable why() {
        return why;
    }
}
