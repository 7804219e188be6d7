package dev.lifeline.file.codec;

import dev.lifeline.model.event.TlsEvent;

/// Events in the TLS layer of a connection.
final class TlsRows {

    private static final Field SENT = Field.flag("sent", "Whether this side sent it; else it came from the other.");

    static final CodecRow<TlsEvent.RecordSeen> RECORD_SEEN = CodecRow.named("tls-record",
            "A record of the handshake was handed to the stream or taken from it.", SENT,
            Field.count("recordType", "The number of its type: 20 change_cipher_spec, 21 alert, 22 handshake, 23 application_data."),
            Field.count("recordVersion", "The number in its header; it says little of the version that is agreed on."),
            Field.count("lengthBytes", "Bytes behind the header."),
            Field.text("handshakeMessages", "The plain handshake messages that end in it; left out where none do.").optional())
            .of((event, out) -> out.flag(event.sent()).whole(event.type()).whole(event.version()).whole(event.length()).text(event.message()),
                    in -> new TlsEvent.RecordSeen(in.flag(), in.count(), in.count(), in.count(), in.text()));

    static final CodecRow<TlsEvent.Alerted> ALERTED = CodecRow.named("tls-alert", "One side told the other that it ends TLS, and why.", SENT,
            Field.range("level", -1, Integer.MAX_VALUE, "1 warning, 2 fatal; -1 where it is not known."),
            Field.range("alert", -1, Integer.MAX_VALUE, "The number of its description (RFC 8446 section 6); -1 where it is encrypted and not known."))
            .of((event, out) -> out.flag(event.sent()).whole(event.level()).whole(event.number()),
                    in -> new TlsEvent.Alerted(in.flag(), in.count(), in.count()));

    static final CodecRow<TlsEvent.HelloSeen> HELLO_SEEN = CodecRow.named("tls-hello", "A ClientHello or ServerHello, taken apart.", SENT,
            Field.text("serverName", "The name that it asks for (SNI); left out where it asks for none.").optional(),
            Field.texts("versions", "Of a ClientHello the versions that it offers; of a ServerHello the one chosen."),
            Field.texts("alpn", "The application protocols that it offers, or the one chosen."),
            Field.count("suites", "How many cipher suites it offers; of a ServerHello 1."))
            .of((event, out) -> out.flag(event.sent()).text(event.serverName()).texts(event.versions()).texts(event.alpn()).whole(event.suites()),
                    in -> new TlsEvent.HelloSeen(in.flag(), in.text(), in.texts(), in.texts(), in.count()));

    static final CodecRow<TlsEvent.CertificateShown> CERTIFICATE_SHOWN = CodecRow.named("tls-certificate",
            "A certificate of the chain that the other side showed.",
            Field.count("index", "Its place in the chain, from 0: the other side's own."),
            Field.text("subject", "Whose it is."),
            Field.text("issuer", "Who signed it."),
            Field.texts("names", "The host names and addresses that it is for."),
            Field.whole("notBefore", "From when on it is valid: milliseconds since 1970."),
            Field.whole("notAfter", "Until when it is valid: milliseconds since 1970."),
            Field.text("key", "Its key in words; left out where it is not known.").optional(),
            Field.flag("selfSigned", "Whether it is signed with its own key."))
            .of((event, out) -> out.whole(event.index()).text(event.subject()).text(event.issuer()).texts(event.names())
                            .whole(event.notBefore()).whole(event.notAfter()).text(event.key()).flag(event.selfSigned()),
                    in -> new TlsEvent.CertificateShown(in.count(), in.text(), in.text(), in.texts(), in.whole(), in.whole(), in.text(),
                            in.flag()));

    static final CodecRow<TlsEvent.Verified> VERIFIED = CodecRow.named("tls-verified", "The chain of the other side was checked, or not.",
            Field.word("trust", EnumWords.TRUST_SOURCES, null),
            Field.word("problem", EnumWords.CODES, "Why it is not trusted; left out where it is, or was not checked.").optional(),
            Field.text("detail", "The checker's own words; left out where there are none.").optional())
            .of((event, out) -> out.word(event.trust()).word(event.problem()).text(event.detail()),
                    in -> new TlsEvent.Verified(in.word(), in.word(), in.text()));

    static final CodecRow<TlsEvent.Cut> CUT = CodecRow.named("tls-cut",
            "The stream of the other side ended without its close_notify, so that anyone on the way may have ended it.",
            Field.count("begunBytes", "Of a record that had begun and is not whole; 0 where the stream ended between two."))
            .of((event, out) -> out.whole(event.begun()), in -> new TlsEvent.Cut(in.count()));

    private TlsRows() {
    }

    /// The row of each kind.
    static CodecRow<? extends TlsEvent> row(TlsEvent.Kind kind) {
        return switch (kind) {
            case RECORD_SEEN -> RECORD_SEEN;
            case ALERTED -> ALERTED;
            case HELLO_SEEN -> HELLO_SEEN;
            case CERTIFICATE_SHOWN -> CERTIFICATE_SHOWN;
            case VERIFIED -> VERIFIED;
            case CUT -> CUT;
        };
    }
}
