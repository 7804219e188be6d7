package dev.lifeline.observe.portable;

import dev.lifeline.text.ShellWord;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/// Commands that exist on this machine and would give this process what it lacks.
///
/// @param rights those of this process; `null` where the system does not say
/// @param launcher the command that starts `trace`, quoted for a shell; `trace` where it is not known
/// @param sudo whether sudo(8) is there
/// @param su whether su(1) is there
/// @param installer the command of the system's packages up to their names, such as `apt install`; `null` where none is known
public record Enabling(ProcessRights rights, String launcher, boolean sudo, boolean su, String installer) {

    /// Stands between two ways, each of which is enough.
    public static final String OR = "; ";

    private static final String[][] INSTALLERS = {{"apt-get", "apt-get install"}, {"dnf", "dnf install"}, {"yum", "yum install"},
            {"apk", "apk add"}, {"zypper", "zypper install"}, {"pacman", "pacman -S"}};

    /// For this process. Looks through the folders of PATH.
    public static Enabling here() {
        String installer = null;
        for (String[] one : INSTALLERS) {
            installer = installer == null && onPath(one[0]) ? one[1] : installer;
        }
        return new Enabling(ProcessRights.ofThisProcess(), launcher(System.getProperty("trace.launcher"), System.getProperty("java.class.path"),
                System.getProperty("java.home")), onPath("sudo"), onPath("su"), installer);
    }

    /// The launcher says where it is; without it, Java itself is the launcher of a jar.
    static String launcher(String given, String classPath, String javaHome) {
        if (given != null) {
            return ShellWord.ofPath(Path.of(given).normalize().toString());
        }
        return classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator)
                ? ShellWord.ofPath(Path.of(javaHome, "bin", "java").toString()) + " -jar " + ShellWord.ofPath(Path.of(classPath).toAbsolutePath().normalize().toString())
                : "trace";
    }

    private static boolean onPath(String program) {
        String path = System.getenv("PATH");
        for (String folder : path == null ? new String[0] : path.split(File.pathSeparator)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    /// A `trace` command.
    ///
    /// @param arguments such as `connect HOST:PORT`
    public String trace(String arguments) {
        return launcher + " " + arguments;
    }

    /// A script that lies beside the launcher, or `null` where the launcher is not one.
    public String script(String name) {
        return launcher.endsWith("/scripts/trace") ? launcher.substring(0, launcher.length() - "trace".length()) + name : null;
    }

    /// The command for somebody who may do what only root may; as it is where this is root.
    public String asRoot(String command) {
        if (rights != null && rights.root()) {
            return command;
        }
        boolean way = rights == null || !rights.fixed();
        if (way && sudo) {
            return "sudo " + command;
        }
        if (rights != null && rights.container() != null) {
            return container("--user 0", "run its process as user 0");
        }
        return way && su ? "su -c " + (command.contains("'") ? '"' + command + '"' : "'" + command + "'") : "as root: " + command;
    }

    /// How a `trace` command gets a capability.
    public String with(Right right, String arguments) {
        if (rights == null || !rights.root() && rights.mayHave(right)) {
            return asRoot(trace(arguments));
        }
        return rights.container() == null
                ? "start it from a process that has CAP_" + right + " in its bounding set, where this has not"
                : container("--cap-add " + right, "give it CAP_" + right);
    }

    /// Names the package to install for a program that is missing.
    public String install(String packages) {
        return installer == null ? "install " + packages : asRoot(installer + " " + packages);
    }

    /// The command that sets a parameter of the kernel: a container shows most of them read-only.
    ///
    /// @param key as sysctl(8) writes it
    public String sysctl(String key, String value) {
        String assignment = key + "=" + value;
        if (rights == null || rights.container() == null || Files.isWritable(Path.of("/proc/sys", key.replace('.', '/')))) {
            return asRoot("sysctl -w " + assignment);
        }
        return key.startsWith("net.") ? container("--sysctl " + assignment, "set " + assignment) : "on the host: sudo sysctl -w " + assignment;
    }

    /// How the container around this process has to be started.
    ///
    /// @param option of docker(1) and podman(1)
    /// @param words the same for others
    public String container(String option, String words) {
        return switch (rights.container()) {
            case "docker", "podman" -> rights.container() + " run " + option + " ...";
            case null, default -> "where the container is described: " + words;
        };
    }
}
