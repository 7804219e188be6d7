package dev.lifeline.cli.start;

import dev.lifeline.cli.Io;

/// Where the process starts.
public final class Main {

    /// The class that Java takes on Linux, when it has not found another one in any jar: to open and list all jars takes it 7 ms.
    static final String LINUX_SELECTORS = "sun.nio.ch.EPollSelectorProvider";

    private Main() {
    }

    /// Runs one command and ends the process with its exit code.
    public static void main(String[] args) {
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            // Answered before any library loads: a version is asked for by scripts, often.
            System.out.println(Version.text());
            if (!System.out.checkError()) {
                return;
            }
            // A print stream forgets why. The long way finds out.
        }
        setUp();
        HeadStart.begin(args);
        int code = Cli.run(args, Io.process());
        // Not exit: all is written and closed by now, there are no shutdown hooks, and exit first looks for a logger (5 ms).
        System.err.flush();
        Runtime.getRuntime().halt(Breakdown.code(code));
    }

    /// Threads that die say so, and properties that are read once. The JDK's, when its first look-up comes: without them Java sorts
    /// IPv4 first and hides the system's order, and answers a second look-up of the same name out of its own memory. picocli's:
    /// otherwise it looks for the classes of converters that no option has (of fourteen kinds of time, hence that name first), and of
    /// Groovy, at every start. And that of native calls:
    /// otherwise Java proves again at each link that it passes arguments rightly, for 3 ms.
    static void setUp() {
        Breakdown.onThreads();
        if (System.getProperty("java.net.preferIPv6Addresses") == null) {
            System.setProperty("java.net.preferIPv6Addresses", "system");
        }
        System.setProperty("sun.net.inetaddr.ttl", "0");
        System.setProperty("java.lang.foreign.VERIFY_BINDINGS", "false");
        System.setProperty("picocli.converters.excludes", "java.time.*,java.sql.*");
        System.setProperty("picocli.disable.closures", "true");
        try {
            Class.forName(LINUX_SELECTORS, false, null);
            System.setProperty("java.nio.channels.spi.SelectorProvider", LINUX_SELECTORS);
        } catch (ClassNotFoundException anotherSystem) {
            // There Java looks for it, in each jar.
        }
    }
}
