package dev.lifeline.observe.sandbox;

import dev.lifeline.linux.KernelParameter;
import dev.lifeline.observe.Availability.Unavailable;
import dev.lifeline.observe.portable.Enabling;
import dev.lifeline.observe.portable.ProcessRights;
import dev.lifeline.observe.portable.Right;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Why unshare(1) gave no sandbox, in words, and what would change it: only what this machine has and holds the wrong value of.
public final class SandboxRefusal {

    private static final String MOST = "15000";

    private final Path parameters;
    private final Enabling here;

    /// @param parameters the folder of the kernel's parameters, `/proc/sys`
    SandboxRefusal(Path parameters, Enabling here) {
        this.parameters = parameters;
        this.here = here;
    }

    /// Explains what unshare(1), or the shell that could not start it, wrote.
    ///
    /// @param said its lines, perhaps none; not safe for a terminal, and neither is the answer
    public static Unavailable of(String said) {
        return new SandboxRefusal(Path.of("/proc/sys"), Enabling.here()).explain(said);
    }

    Unavailable explain(String said) {
        List<String> lines = said.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        String text = lines.isEmpty() ? "unshare -Urn failed" : lines.getFirst().replaceFirst("^unshare: (?=unshare )", "");
        String all = String.join("\n", lines);
        if (all.contains("ip: not found") || all.contains("ip: command not found")) {
            return new Unavailable("ip(8), which sets lo up in it, is not on the PATH", here.install("iproute2"));
        }
        if (all.contains("not found") || all.contains("No such file")) {
            return new Unavailable("unshare(1), which makes it, is not on the PATH", here.install("util-linux"));
        }
        if (all.contains("No space left on device")) {
            return limit(text);
        }
        if (all.contains("Read-only file system")) {
            return new Unavailable("/proc is read-only here, so the users of a user namespace cannot be named (" + text + ")",
                    container("--security-opt systempaths=unconfined", "a writable /proc"));
        }
        if (all.contains("Invalid argument")) {
            return new Unavailable("this kernel has no user namespaces (" + text + ")", null);
        }
        return all.contains("Operation not permitted") || all.contains("Permission denied") ? forbidden(text) : new Unavailable(text, null);
    }

    /// ENOSPC of unshare(2): a limit of namespaces, of this user namespace or of one around it.
    private Unavailable limit(String text) {
        for (String kind : List.of("user", "net")) {
            String key = "user.max_" + kind + "_namespaces";
            if (holds(key, "0")) {
                return new Unavailable("the limit of " + (kind.equals("net") ? "network" : "user") + " namespaces is 0 here (" + text + ")",
                        here.sysctl(key, MOST));
            }
        }
        return new Unavailable("the limit of namespaces is reached, here or in a namespace around this one (" + text + ")", null);
    }

    /// EPERM: a parameter of the kernel's, the rights of the process, or a filter that shows in no file.
    private Unavailable forbidden(String text) {
        if (holds("kernel.unprivileged_userns_clone", "0")) {
            return parameter("user namespaces are for root alone here", "kernel.unprivileged_userns_clone", "1", text);
        }
        if (holds("kernel.apparmor_restrict_unprivileged_userns", "1")) {
            return parameter("AppArmor keeps user namespaces from ordinary programs", "kernel.apparmor_restrict_unprivileged_userns", "0", text);
        }
        ProcessRights rights = here.rights();
        if (rights != null && rights.root() && !rights.has(Right.SETFCAP)) {
            return new Unavailable("root without CAP_SETFCAP may not be root in a namespace of its own (" + text + ")",
                    container("--cap-add SETFCAP", "give it CAP_SETFCAP") + Enabling.OR + "start it as an ordinary user");
        }
        if (rights != null && rights.filtered()) {
            return new Unavailable("a seccomp filter or a security module refuses user namespaces (" + text + ")",
                    container("--security-opt seccomp=unconfined", "another seccomp profile"));
        }
        return new Unavailable("the kernel, a security module or a chroot refuses user namespaces (" + text + ")", null);
    }

    private Unavailable parameter(String reason, String key, String value, String text) {
        return new Unavailable(reason + " (" + key + "; " + text + ")", here.sysctl(key, value));
    }

    private String container(String option, String words) {
        return here.rights() == null || here.rights().container() == null ? "start it where this is given: " + words : here.container(option, words);
    }

    private boolean holds(String key, String value) {
        try {
            return value.equals(KernelParameter.read(parameters.resolve(key.replace('.', '/'))));
        } catch (IOException e) {
            return false;
        }
    }
}
