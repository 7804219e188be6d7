package dev.lifeline.server.secure;

import dev.lifeline.tls.certificate.Fitness;

/// Things that a server of TLS does wrong on purpose.
public enum TlsFault {
    /// Nothing: it shows a certificate for this machine's own names, of an authority that is kept between runs.
    NONE("", Fitness.GOOD, false),
    /// The certificate's time is over.
    EXPIRED(Fitness.EXPIRED),
    /// The certificate's time has not begun.
    NOT_YET_VALID(Fitness.NOT_YET_VALID),
    /// The certificate is signed by itself.
    SELF_SIGNED(Fitness.SELF_SIGNED),
    /// The certificate is of an authority that nobody knows.
    UNKNOWN_ISSUER(Fitness.UNKNOWN_ISSUER),
    /// The certificate is for another host.
    WRONG_HOST(Fitness.WRONG_HOST),
    /// Two certificates stand between the authority's and the server's, and are sent: no fault, but longer.
    INTERMEDIATES(Fitness.INTERMEDIATES),
    /// The certificate between the authority's and the server's is not sent.
    MISSING_INTERMEDIATE(Fitness.MISSING_INTERMEDIATE),
    /// Fifty certificates are sent.
    LONG_CHAIN(Fitness.LONG_CHAIN),
    /// A megabyte of certificates is sent.
    BIG_CHAIN(Fitness.BIG_CHAIN),
    /// The certificate's names hold escape sequences of terminals.
    ESCAPES(Fitness.ESCAPES),
    /// No cipher suite is taken for which there is a key.
    NO_CIPHER("no-cipher", Fitness.GOOD, false),
    /// A protocol of ALPN is demanded that nobody speaks.
    NO_PROTOCOL("no-alpn", Fitness.GOOD, false),
    /// Only HTTP/2 is taken by ALPN; who speaks it is told that this server has nothing to say (GOAWAY).
    ONLY_HTTP2("h2-only", Fitness.GOOD, false),
    /// Only another name is answered to (SNI).
    UNKNOWN_NAME("unknown-name", Fitness.GOOD, false),
    /// The client has to show a certificate of the same authority.
    CLIENT_CERT("client-cert", Fitness.GOOD, false),
    /// Says by an alert that the client's versions are not spoken, as an old server does.
    OLD_VERSION("old-version", null, true),
    /// Answers in plain text, as a server does that speaks no TLS.
    PLAIN_ANSWER("plain-answer", null, true),
    /// Resets as soon as it has the ClientHello.
    RESET_AFTER_HELLO("reset-after-hello", null, true),
    /// Closes as soon as it has the ClientHello.
    EOF_AFTER_HELLO("eof-after-hello", null, true),
    /// Reads the ClientHello and falls silent.
    STALL("stall", null, true);

    private final String word;
    private final Fitness fitness;
    private final boolean plain;

    TlsFault(Fitness fitness) {
        this(fitness.word(), fitness, false);
    }

    TlsFault(String word, Fitness fitness, boolean plain) {
        this.word = word;
        this.fitness = fitness;
        this.plain = plain;
    }

    /// The word by which a person asks for it; empty for none.
    public String word() {
        return word;
    }

    /// The certificate that is shown; `null` where none is.
    Fitness fitness() {
        return fitness;
    }

    /// Says if there is no TLS at all: the bytes that answer a ClientHello are written by hand.
    public boolean isPlain() {
        return plain;
    }
}
