package dev.lifeline.observe.portable;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// What may stand between this process and the kernel's answers: who it is, its capabilities, a system call filter, a container.
///
/// @param user its effective user number; -1 where it is not known
/// @param netRaw whether it has CAP_NET_RAW, which packet sockets need (capabilities(7))
/// @param netAdmin whether it has CAP_NET_ADMIN
/// @param filtered whether a seccomp filter is in force (seccomp(2)), which can refuse any call
/// @param container the runtime of the container around it, or `null` where none shows
public record ProcessRights(int user, boolean netRaw, boolean netAdmin, boolean filtered, String container) {

    private static final int CAP_NET_ADMIN = 12;
    private static final int CAP_NET_RAW = 13;

    /// Those of this process, or `null` where the system has no `/proc/self/status`.
    public static ProcessRights ofThisProcess() {
        try (BufferedReader status = Files.newBufferedReader(Path.of("/proc/self/status"))) {
            return read(status, container(System.getenv()));
        } catch (IOException e) {
            return null;
        }
    }

    /// Reads the text of proc_pid_status(5).
    static ProcessRights read(BufferedReader status, String container) throws IOException {
        int user = -1;
        long effective = 0;
        boolean filtered = false;
        for (String line = status.readLine(); line != null; line = status.readLine()) {
            String[] words = line.split("\\s+");
            switch (words[0]) {
                case "Uid:" -> user = Integer.parseInt(words[2]);
                case "CapEff:" -> effective = Long.parseUnsignedLong(words[1], 16);
                case "Seccomp:" -> filtered = words[1].equals("2");
                default -> { }
            }
        }
        return new ProcessRights(user, (effective >> CAP_NET_RAW & 1) == 1, (effective >> CAP_NET_ADMIN & 1) == 1, filtered, container);
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

    /// In one line, for a person.
    public String text() {
        return (user == 0 ? "root" : "user " + user) + ", " + (netRaw ? "with" : "without") + " CAP_NET_RAW, "
                + (netAdmin ? "with" : "without") + " CAP_NET_ADMIN, "
                + (filtered ? "a seccomp filter that may refuse calls, " : "no seccomp filter, ")
                + (container == null ? "no sign of a container" : "in a container (" + container + ")");
    }
}
