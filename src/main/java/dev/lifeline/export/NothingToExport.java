package dev.lifeline.export;

/// A trace has nothing that a format can hold.
public final class NothingToExport extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String remedy;

    NothingToExport(String reason, String remedy) {
        super(reason + "; " + remedy, null, false, false);
        this.reason = reason;
        this.remedy = remedy;
    }

    /// The reason, as the beginning of a sentence without its full stop; safe to print.
    public String reason() {
        return reason;
    }

    /// The remedy, as the end of that sentence.
    public String remedy() {
        return remedy;
    }
}
