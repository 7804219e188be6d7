package dev.lifeline.situation;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeline.cli.Child;
import dev.lifeline.linux.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A network, what happens in it, and the program run in the middle of that: the table-driven tests of what is said, and of what
/// is not, are rows over this. Each run stands in namespaces of its own, and all that it started is killed with it.
///
/// @param site the network
/// @param setUp further shell commands: addresses, routes, rules (`client nft ...`)
/// @param line the arguments of `trace`
record Situation(Site site, String setUp, String line) {

    /// At the root of the namespaces: what is mounted here is seen by nobody else.
    private static final String ROOM = """
            set -e
            mount -t tmpfs tmpfs /run; mkdir /run/netns; ip link set lo up
            # peer PLACE ADDRESS PORT BACKLOG WORD...: starts a program, and waits until it listens
            peer() {
              place=$1; shift; peers=$((peers + 1)); mkfifo /run/ready$peers
              $place $PEER "$@" > /run/ready$peers &
              read -r said < /run/ready$peers || :; [ "$said" = ready ] || { echo "the peer of $place said: $said"; exit 1; }
            }
            # file NAME TEXT: what stands in /etc/NAME here
            file() { printf "$2" > /run/file.$1; mount --bind /run/file.$1 /etc/$1; }
            # names WORD...: a name server on 127.0.0.1, which is the only one
            names() {
              mkfifo /run/names; ${PEER%.Peer}.NamePeer 127.0.0.1 "$@" > /run/names &
              read -r said < /run/names; [ "$said" = ready ]
              file resolv.conf 'nameserver 127.0.0.1\noptions timeout:1 attempts:1\n'; file hosts '127.0.0.1 localhost\n'
            }
            """;

    private static final List<String> TOO_BUSY = List.of("gave no packet socket within", "was not ready within", "was not read to its end within",
            "did not answer within ");

    /// A network with nothing more in it.
    static Situation in(Site site) {
        return new Situation(site, "", "");
    }

    /// The same with more shell commands.
    Situation with(String more) {
        return new Situation(site, setUp + more + "\n", line);
    }

    /// The same with a server program there: see [Peer] for its words.
    ///
    /// @param place `client`, `router` or `server`
    /// @param words address, port, backlog, and what it does
    Situation peer(String place, String words) {
        return with("peer " + place + " " + words);
    }

    /// The same with a command of `trace`; a word with spaces stands in quotes of the shell.
    Situation trace(String words) {
        return new Situation(site, setUp, words);
    }

    /// Runs it, with the evidence that this witness has.
    Told told(Witness witness) throws IOException, InterruptedException {
        return toldBy(witness.evidence());
    }

    /// Runs it with sources of evidence that are named; again, where the machine was too busy for one of them and the program says so:
    /// a row is about what is said by who sees all that it asked for.
    Told toldBy(String evidence) throws IOException, InterruptedException {
        Told told = once(evidence);
        for (int again = 0; again < 3 && TOO_BUSY.stream().anyMatch(told::has); again++) {
            told = once(evidence);
        }
        return told;
    }

    private Told once(String evidence) throws IOException, InterruptedException {
        assumeTrue(ChildJvm.isRoot(), "networks of namespaces are made by root");
        needs("nft", "nftables");
        needs("python3", "python3");
        String script = ROOM + site.setUp() + setUp + "eval exec '\"$@\"' \"$LINE\"\n";
        List<String> command = new ArrayList<>(List.of("env", "PEER=" + peer(), "LINE=" + line + options(evidence), "unshare", "-n",
                "-m", "-p", "-f", "--mount-proc", "--kill-child", "bash", "-c", script, "situation"));
        command.addAll(Child.trace());
        ChildJvm.Ended ended = ChildJvm.run(command);
        return new Told(ended.exit(), ended.text());
    }

    /// Skips where the set-up runs a program that is not installed.
    private void needs(String program, String debian) throws IOException, InterruptedException {
        boolean missing = setUp.contains(program + " ") && ChildJvm.run(List.of("sh", "-c", "command -v " + program)).exit() != 0;
        assumeTrue(!missing, program + " is not installed (package " + debian + ")");
    }

    private String options(String evidence) {
        return line.startsWith("connect ") || line.startsWith("run ") ? " --detail deep --evidence " + evidence : "";
    }

    /// Keeps no file of figures: it is named by the number of the process, namespaces that run at once have equal numbers, and
    /// the JVM would say on its output that the file is another's.
    private static String peer() {
        return Path.of(System.getProperty("java.home"), "bin", "java")
                + " -XX:-UsePerfData -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -cp " + ChildJvm.classes(Peer.class) + " "
                + Peer.class.getName();
    }
}
