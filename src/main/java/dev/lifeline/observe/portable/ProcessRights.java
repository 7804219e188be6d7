package dev.lifeline.observe.portable;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Rights of this process, and what may stand between it and the kernel's answers: user, capabilities, a system call filter, a container.
///
/// @param user its effective user number; -1 where it is not known
/// @param effective its capabilities, as the bits of capabilities(7)
/// @param bounding those that it or a program that it starts can ever have; not even sudo(8) gives others
/// @param filtered whether a seccomp filter is in force (seccomp(2)), which can refuse any call
/// @param fixed whether no program that it starts gets more rights (`no_new_privs` of prctl(2)): sudo(8) and su(1) do nothing then
/// @param nested whether it is in a user namespace that is not the first: its capabilities hold for what belongs to that one alone
/// @param container the runtime of the container around it, or `null` where none shows
public record ProcessRights(int user, long effective, long bounding, boolean filtered, boolean fixed, boolean nested, String container) {

    /// Those of this process, or `null` where the system has no `/proc/self/status`.
    public static ProcessRights ofThisProcess() {
        try (BufferedReader status = Files.newBufferedReader(Path.of("/proc/self/status"))) {
            return read(status, nestedHere(), container(System.getenv()));
        } catch (IOException e) {
            return null;
        }
    }

    /// Reads the text of proc_pid_status(5).
    static ProcessRights read(BufferedReader status, boolean nested, String container) throws IOException {
        int user = -1;
        long effective = 0;
        long bounding = -1;
        boolean filtered = false;
        boolean fixed = false;
        for (String line = status.readLine(); line != null; line = status.readLine()) {
            String[] words = line.split("\\s+");
            switch (words[0]) {
                case "Uid:" -> user = Integer.parseInt(words[2]);
                case "CapEff:" -> effective = Long.parseUnsignedLong(words[1], 16);
                case "CapBnd:" -> bounding = Long.parseUnsignedLong(words[1], 16);
                case "Seccomp:" -> filtered = words[1].equals("2");
                case "NoNewPrivs:" -> fixed = words[1].equals("1");
                default -> { }
            }
        }
        return new ProcessRights(user, effective, bounding, filtered, fixed, nested, container);
    }

    /// The first user namespace maps all numbers to themselves.
    private static boolean nestedHere() {
        try (BufferedReader map = Files.newBufferedReader(Path.of("/proc/self/uid_map"))) {
            String line = map.readLine();
            return line != null && !line.strip().matches("0\\s+0\\s+4294967295");
        } catch (IOException e) {
            return false;
        }
    }

    private static String container(Map<String, String> environment) {
        if (Files.exists(Path.of("/.dockerenv"))) {
            return "docker";
        }
        if (Files.exists(Path.of("/run/.containerenv"))) {
            return "podman";
        }
        return environment.containsKey("KUBERNETES_SERVICE_HOST") ? "kubernetes" : environment.get("container");
    }

    /// Tells whether it has a capability.
    public boolean has(Right right) {
        return right.in(effective);
    }

    /// Tells whether it, or a program that it starts, can come to have a capability.
    public boolean mayHave(Right right) {
        return right.in(bounding);
    }

    /// Tells whether it is the superuser's, of its own user namespace at least.
    public boolean root() {
        return user == 0;
    }

    /// In one line, for a person.
    public String text() {
        return (root() ? "root" : "user " + user) + ", " + (has(Right.NET_RAW) ? "with" : "without") + " CAP_NET_RAW, "
                + (has(Right.NET_ADMIN) ? "with" : "without") + " CAP_NET_ADMIN, "
                + (filtered ? "a seccomp filter that may refuse calls, " : "no seccomp filter, ")
                + (fixed ? "sudo and su have no effect (no_new_privs), " : "") + (nested ? "in a user namespace, " : "")
                + (container == null ? "no sign of a container" : "in a container (" + container + ")");
    }
}
