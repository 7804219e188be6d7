package dev.lifeline.linux.route;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeline.linux.ChildJvm;
import java.io.IOException;
import java.util.List;

/// A Java program of its own in a network and mount namespace of its own, where routes and files can be changed and nothing gets
/// out.
public final class Namespace {

    private Namespace() {
    }

    /// Runs a program there to its end.
    ///
    /// @param setUp shell commands, each of which must succeed, with `lo` up already
    /// @param program has a `main`
    /// @return the lines that it wrote
    public static List<String> run(String setUp, Class<?> program, String... arguments) throws IOException, InterruptedException {
        String flags = ChildJvm.isRoot() ? "-nm" : "-Urnm";
        ChildJvm.Ended trial = ChildJvm.run(List.of("unshare", flags, "sh", "-c", "ip link set lo up"));
        assumeTrue(trial.exit() == 0, () -> "no own network namespace here: " + trial.text());
        return ChildJvm.run(List.of("unshare", flags, "sh", "-c", "set -e; ip link set lo up; " + setUp + "; exec \"$@\"", "sh"),
                List.of(ChildJvm.NATIVE_ACCESS), program, arguments);
    }

    /// Runs a program as a user without any privilege, where this one has all of them; else as this one.
    public static List<String> withoutPrivilege(Class<?> program, String... arguments) throws IOException, InterruptedException {
        List<String> before = ChildJvm.isRoot()
                ? List.of("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "--bounding-set", "-all")
                : List.of();
        return ChildJvm.run(before, List.of(ChildJvm.NATIVE_ACCESS), program, arguments);
    }

    /// Runs a program in a JVM that was started without the permission to make native calls.
    public static List<String> withoutNativeAccess(Class<?> program) throws IOException, InterruptedException {
        return ChildJvm.run(List.of(), List.of("--illegal-native-access=deny"), program);
    }
}
