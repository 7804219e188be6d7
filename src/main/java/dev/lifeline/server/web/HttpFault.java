package dev.lifeline.server.web;

/// Things that a server of HTTP does wrong on purpose. Each one is met in the field.
public enum HttpFault {
    /// Nothing: it answers as it should.
    NONE(""),
    /// Announces twice the bytes that it sends, and closes.
    SHORT_BODY("short-body"),
    /// Sends more bytes than it announces, and keeps the connection.
    LONG_BODY("long-body"),
    /// Sends a status line whose status is no number.
    BAD_STATUS("bad-status"),
    /// Sends chunks, never the last one, and falls silent.
    NO_END("no-end"),
    /// Sends fields without end.
    ENDLESS_HEAD("endless-head"),
    /// Sends ten thousand fields.
    MANY_FIELDS("many-fields"),
    /// Sends the head one byte in a tenth of a second.
    SLOW_HEAD("slow-head"),
    /// Sends the body one byte in a tenth of a second.
    SLOW_BODY("slow-body"),
    /// Announces both a length and chunks (RFC 9112 section 6.3).
    BOTH_LENGTHS("both-lengths"),
    /// Ends its lines with LF alone.
    BARE_LF("bare-lf"),
    /// Has a NUL in the value of a field.
    NUL("nul"),
    /// Continues the value of a field on the next line (obs-fold, RFC 9112 section 5.2).
    OBS_FOLD("obs-fold"),
    /// Sends interim answers (100) without end.
    INTERIM("interim"),
    /// Sends a compressed body that nobody asked for.
    GZIP("gzip"),
    /// Redirects to itself.
    REDIRECT("redirect"),
    /// Resets in the middle of the body.
    RESET_BODY("reset-body"),
    /// Falls silent in the middle of the body.
    STALL_BODY("stall-body"),
    /// Closes behind an answer that said that the connection is kept: the keep-alive race.
    CLOSE_IDLE("close-idle"),
    /// One step of its chain neither answers nor continues: the request hangs.
    HANG("hang"),
    /// One step of its chain throws: what is behind it is skipped, the step for errors answers 500.
    THROWS("throws"),
    /// Exits straight behind the answer: what the kernel has not taken by then is lost.
    EXIT("exit");

    private final String word;

    HttpFault(String word) {
        this.word = word;
    }

    /// The word by which a person asks for it; empty for none.
    public String word() {
        return word;
    }

    /// Says if the bytes of the answer are wrong, or come in a wrong way.
    boolean isInBytes() {
        return this != NONE && this != CLOSE_IDLE && this != HANG && this != THROWS && this != EXIT;
    }
}
