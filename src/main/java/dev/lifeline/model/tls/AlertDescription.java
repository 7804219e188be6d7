package dev.lifeline.model.tls;

/// Alerts (RFC 8446 section 6, RFC 5246 section 7.2).
public enum AlertDescription implements Numbered {
    CLOSE_NOTIFY("close_notify", 0),
    UNEXPECTED_MESSAGE("unexpected_message", 10),
    BAD_RECORD_MAC("bad_record_mac", 20),
    DECRYPTION_FAILED("decryption_failed", 21),
    RECORD_OVERFLOW("record_overflow", 22),
    DECOMPRESSION_FAILURE("decompression_failure", 30),
    HANDSHAKE_FAILURE("handshake_failure", 40),
    NO_CERTIFICATE("no_certificate", 41),
    BAD_CERTIFICATE("bad_certificate", 42),
    UNSUPPORTED_CERTIFICATE("unsupported_certificate", 43),
    CERTIFICATE_REVOKED("certificate_revoked", 44),
    CERTIFICATE_EXPIRED("certificate_expired", 45),
    CERTIFICATE_UNKNOWN("certificate_unknown", 46),
    ILLEGAL_PARAMETER("illegal_parameter", 47),
    UNKNOWN_CA("unknown_ca", 48),
    ACCESS_DENIED("access_denied", 49),
    DECODE_ERROR("decode_error", 50),
    DECRYPT_ERROR("decrypt_error", 51),
    EXPORT_RESTRICTION("export_restriction", 60),
    PROTOCOL_VERSION("protocol_version", 70),
    INSUFFICIENT_SECURITY("insufficient_security", 71),
    INTERNAL_ERROR("internal_error", 80),
    INAPPROPRIATE_FALLBACK("inappropriate_fallback", 86),
    USER_CANCELED("user_canceled", 90),
    NO_RENEGOTIATION("no_renegotiation", 100),
    MISSING_EXTENSION("missing_extension", 109),
    UNSUPPORTED_EXTENSION("unsupported_extension", 110),
    CERTIFICATE_UNOBTAINABLE("certificate_unobtainable", 111),
    UNRECOGNIZED_NAME("unrecognized_name", 112),
    BAD_CERTIFICATE_STATUS_RESPONSE("bad_certificate_status_response", 113),
    BAD_CERTIFICATE_HASH_VALUE("bad_certificate_hash_value", 114),
    UNKNOWN_PSK_IDENTITY("unknown_psk_identity", 115),
    CERTIFICATE_REQUIRED("certificate_required", 116),
    NO_APPLICATION_PROTOCOL("no_application_protocol", 120);

    private final String label;
    private final int number;

    AlertDescription(String label, int number) {
        this.label = label;
        this.number = number;
    }

    /// The name that the standard gives it.
    @Override
    public String label() {
        return label;
    }

    @Override
    public int number() {
        return number;
    }

    /// The constant of a number; `null` where the standard has none.
    public static AlertDescription of(int number) {
        return Numbered.of(values(), number);
    }
}
