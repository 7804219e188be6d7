package dev.lifeline.model.tls;

/// Messages of the handshake (RFC 8446 section 4, RFC 5246 section 7.4). A HelloRetryRequest has the number of a ServerHello.
public enum HandshakeMessage implements Numbered {
    HELLO_REQUEST("HelloRequest", 0),
    CLIENT_HELLO("ClientHello", 1),
    SERVER_HELLO("ServerHello", 2),
    NEW_SESSION_TICKET("NewSessionTicket", 4),
    END_OF_EARLY_DATA("EndOfEarlyData", 5),
    ENCRYPTED_EXTENSIONS("EncryptedExtensions", 8),
    CERTIFICATE("Certificate", 11),
    SERVER_KEY_EXCHANGE("ServerKeyExchange", 12),
    CERTIFICATE_REQUEST("CertificateRequest", 13),
    SERVER_HELLO_DONE("ServerHelloDone", 14),
    CERTIFICATE_VERIFY("CertificateVerify", 15),
    CLIENT_KEY_EXCHANGE("ClientKeyExchange", 16),
    FINISHED("Finished", 20),
    CERTIFICATE_STATUS("CertificateStatus", 22),
    KEY_UPDATE("KeyUpdate", 24);

    private final String label;
    private final int number;

    HandshakeMessage(String label, int number) {
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
    public static HandshakeMessage of(int number) {
        return Numbered.of(values(), number);
    }
}
