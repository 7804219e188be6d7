package dev.lifeline.observe.sandbox;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.observe.Availability.Unavailable;
import dev.lifeline.observe.portable.Enabling;
import dev.lifeline.observe.portable.ProcessRights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The words of real refusals, against parameters as kernels have them.
class SandboxRefusalTest {

    private static final String NO_SPACE = "unshare: unshare failed: No space left on device\n";
    private static final String DENIED = "unshare: unshare failed: Operation not permitted\n";
    private static final String UNMAPPED = "unshare: write failed /proc/self/uid_map: Operation not permitted\n";

    @TempDir
    private Path parameters;

    private static ProcessRights user(boolean filtered, String container) {
        return new ProcessRights(1000, 0, -1, filtered, false, false, container);
    }

    private Unavailable explain(String said, ProcessRights rights) {
        return new SandboxRefusal(parameters, new Enabling(rights, "trace", true, true, "apt-get install")).explain(said);
    }

    private void set(String key, String value) throws IOException {
        Path file = parameters.resolve(key.replace('.', '/'));
        Files.createDirectories(file.getParent());
        Files.writeString(file, value + "\n");
    }

    @Test
    void aLimitOfZeroIsALimitAndNoLackOfSpace() throws IOException {
        set("user.max_user_namespaces", "0");
        Unavailable why = explain(NO_SPACE, user(false, null));
        assertTrue(why.reason().startsWith("the limit of user namespaces is 0 here"), why.reason());
        assertEquals("sudo sysctl -w user.max_user_namespaces=15000", why.enable());
    }

    @Test
    void aLimitThatIsNotZeroIsReachedSomewhere() throws IOException {
        set("user.max_user_namespaces", "96365");
        Unavailable why = explain(NO_SPACE, user(false, null));
        assertTrue(why.reason().startsWith("the limit of namespaces is reached"), why.reason());
        assertNull(why.enable());
    }

    @Test
    void onlyTheParameterThatForbidsItIsNamed() throws IOException {
        set("kernel.unprivileged_userns_clone", "1");
        set("kernel.apparmor_restrict_unprivileged_userns", "1");
        set("user.max_user_namespaces", "96365");
        assertEquals("sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0", explain(UNMAPPED, user(false, null)).enable());
        set("kernel.unprivileged_userns_clone", "0");
        assertEquals("sudo sysctl -w kernel.unprivileged_userns_clone=1", explain(DENIED, user(false, null)).enable());
    }

    @Test
    void aFilterIsNoMatterOfParameters() {
        Unavailable why = explain(DENIED, user(true, "docker"));
        assertTrue(why.reason().contains("seccomp"), why.reason());
        assertEquals("docker run --security-opt seccomp=unconfined ...", why.enable());
        assertNull(explain(DENIED, user(false, null)).enable());
    }

    @Test
    void rootWithoutCapabilitiesCannotBeRootElsewhere() {
        Unavailable why = explain(UNMAPPED, new ProcessRights(0, 0, 0, false, false, false, "docker"));
        assertTrue(why.reason().contains("CAP_SETFCAP"), why.reason());
        assertTrue(why.enable().startsWith("docker run --cap-add SETFCAP ..."), why.enable());
    }

    @Test
    void eachOtherReasonHasItsWords() {
        assertAll(() -> assertTrue(explain("unshare: cannot open /proc/self/uid_map: Read-only file system", user(false, null)).reason()
                        .startsWith("/proc is read-only here")),
                () -> assertTrue(explain("unshare: unshare failed: Invalid argument", user(false, null)).reason().contains("no user namespaces")),
                () -> assertEquals("sudo apt-get install iproute2", explain("sh: 1: ip: not found", user(false, null)).enable()),
                () -> assertEquals("sudo apt-get install util-linux", explain("./scripts/trace: line 112: unshare: command not found",
                        user(false, null)).enable()),
                () -> assertEquals("sudo apt-get install util-linux", explain("Cannot run program \"unshare\": Exec failed, error: 2 "
                        + "(No such file or directory)", user(false, null)).enable()),
                () -> assertEquals("unshare -Urn failed", explain("", user(false, null)).reason()));
    }

    @Test
    void manyLinesAreOne() {
        String reason = explain("unshare: odd\nTry 'unshare --help'.\n", user(false, null)).reason();
        assertEquals("unshare: odd", reason);
        assertFalse(explain("\n" + DENIED + "more", user(false, null)).reason().contains("\n"));
    }
}
