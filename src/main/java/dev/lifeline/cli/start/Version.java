package dev.lifeline.cli.start;

/// The version of this program and of what it runs on.
public final class Version {

    private Version() {
    }

    /// `trace 0.1.0 (JDK 25.0.3, Linux amd64)`.
    public static String text() {
        return "trace " + number() + " (JDK " + System.getProperty("java.version") + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ")";
    }

    /// The version alone, as in the recording's header.
    public static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
