package dev.lifeline.tls.certificate;

/// Kinds of certificate that a server can be given, each with the one fault that it is named after. Those of `TRUSTED_*` are good.
public enum Fitness {
    /// Nothing is wrong with it.
    GOOD("good"),
    /// Its time is over since a month.
    EXPIRED("expired"),
    /// Its time begins in a month.
    NOT_YET_VALID("not-yet-valid"),
    /// It has signed itself, so nobody else stands for it.
    SELF_SIGNED("self-signed"),
    /// An authority has signed it that nobody was told of.
    UNKNOWN_ISSUER("unknown-issuer"),
    /// It is good for another host.
    WRONG_HOST("wrong-host"),
    /// Good, below three authorities of which each stands for the next.
    INTERMEDIATES("chain"),
    /// The authority in the middle is not sent.
    MISSING_INTERMEDIATE("missing-intermediate"),
    /// Below 49 authorities.
    LONG_CHAIN("chain-of-50"),
    /// A chain of a million bytes.
    BIG_CHAIN("big-chain"),
    /// Its names hold escape codes of a terminal. As text they are harmless.
    ESCAPES("escapes");

    private final String word;

    Fitness(String word) {
        this.word = word;
    }

    /// The word by which a person asks for it.
    public String word() {
        return word;
    }
}
