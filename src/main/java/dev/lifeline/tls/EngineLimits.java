package dev.lifeline.tls;

/// Bounds of the JDK's engine for what a peer may send in a handshake. Its own refuse chains that other programs take. It reads them
/// once in a process, so they have to stand before the first engine is made.
final class EngineLimits {

    /// As many certificates as OpenSSL follows.
    private static final int CHAIN = 100;
    /// OpenSSL takes 100 KiB.
    private static final int MESSAGE_BYTES = 256 * 1024;

    private EngineLimits() {
    }

    /// Sets them, except where the person who started the process did.
    static void set() {
        set("jdk.tls.maxHandshakeMessageSize", MESSAGE_BYTES);
        set("jdk.tls.maxCertificateChainLength", CHAIN);
    }

    private static void set(String property, int most) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, Integer.toString(most));
        }
    }
}
