package dev.lifeline.model.tls;

/// Types of records (RFC 8446 section 5.1).
public enum RecordType implements Numbered {
    CHANGE_CIPHER_SPEC("change_cipher_spec", 20),
    ALERT("alert", 21),
    HANDSHAKE("handshake", 22),
    APPLICATION_DATA("application_data", 23),
    HEARTBEAT("heartbeat", 24);

    private final String label;
    private final int number;

    RecordType(String label, int number) {
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
    public static RecordType of(int number) {
        return Numbered.of(values(), number);
    }
}
