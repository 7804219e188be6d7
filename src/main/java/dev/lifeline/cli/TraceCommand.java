package dev.lifeline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `trace` itself: only its commands do something.
@Command(name = "trace", sortOptions = false,
        subcommands = {ConnectCommand.class, ServeCommand.class, ReplayCommand.class, DoctorCommand.class, HelpCommand.class},
        header = "A debugger for the life of a TCP connection.%n",
        customSynopsis = {
            "Examples:",
            "  trace connect --serve                        both ends on one timeline",
            "  trace connect db.example:5432 --timeout 3s   any real target",
            "  trace connect localhost:80 --send 'ping\\n' --expect pong",
            "  trace connect --serve --record run.ndjson    keep the trace",
            "  trace replay run.ndjson --view ladder        show it again",
            "  trace serve localhost:7007                   a server for your own clients",
            "  trace doctor                                 what can be seen on this machine",
            ""},
        synopsisHeading = "",
        optionListHeading = "Options:%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0 every stage asked for completed, 2 usage. The stage that failed:",
            "  10 lookup, 11 route, 12 bind, 13 connect, 14 accept, 15 tls, 16 read,",
            "  17 write, 18 idle, 19 protocol. 20 an expectation did not hold,",
            "  70 internal error, 130 interrupted.%n"})
final class TraceCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Show the version.")
    private boolean version;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? Try trace connect --serve, or trace --help");
    }
}
