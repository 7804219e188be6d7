package dev.lifeline.cli;

/// Where the process starts.
public final class Main {

    private Main() {
    }

    /// Runs one command and ends the process with its exit code.
    public static void main(String[] args) {
        // Read once, when the first InetAddress class loads: without it Java sorts IPv4 first and hides the system's order.
        if (System.getProperty("java.net.preferIPv6Addresses") == null) {
            System.setProperty("java.net.preferIPv6Addresses", "system");
        }
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            // Answered before any library loads: a version is asked for by scripts, often.
            System.out.println(Version.text());
            System.exit(0);
        }
        System.exit(Cli.run(args, Io.process()));
    }
}
