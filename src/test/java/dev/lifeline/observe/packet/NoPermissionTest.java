package dev.lifeline.observe.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeline.linux.ChildJvm;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.observe.Availability;
import dev.lifeline.observe.Subject;
import dev.lifeline.observe.UnavailableException;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.TraceClock;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Without `CAP_NET_RAW`, without native access, and in a user namespace.
class NoPermissionTest {

    private static final List<String> NATIVE = List.of(ChildJvm.NATIVE_ACCESS);

    @Test
    void withoutThePermissionTheReasonAndTheRemedyAreSaid() throws Exception {
        assumeTrue(ChildJvm.isRoot(), "setpriv takes a permission away only from one who may");
        List<String> said = ChildJvm.run(List.of("setpriv", "--bounding-set=-net_raw"), NATIVE, Asking.class);

        assertTrue(said.getFirst()
                .startsWith("probe unavailable: a packet socket needs CAP_NET_RAW (socket: EPERM) | sudo trace"),
                said.toString());
        assertTrue(said.getLast().startsWith("start unavailable: a packet socket needs CAP_NET_RAW (socket: EPERM) | sudo trace"),
                said.toString());
    }

    @Test
    void inAUserNamespaceEverybodyMay() throws Exception {
        assumeTrue(ChildJvm.isRoot(), "whether an ordinary user may have a user namespace is up to the system");
        List<String> said = ChildJvm.run(List.of("setpriv", "--reuid=65534", "--clear-groups", "unshare", "-Urn"), NATIVE,
                Asking.class);

        assertTrue(said.getFirst().startsWith("probe available"), said.toString());
        assertEquals("start available", said.getLast());
    }

    @Test
    void withoutNativeAccessTheReasonIsSaid() throws Exception {
        assumeTrue("Linux".equals(System.getProperty("os.name")), "elsewhere the system itself is the reason");
        List<String> said = ChildJvm.run(List.of(), List.of("--illegal-native-access=deny"), Asking.class);

        assertTrue(said.getFirst().startsWith("probe unavailable: "), said.toString());
        assertTrue(said.getLast().startsWith("start unavailable: "), said.toString());
        assertTrue(said.getLast().contains("native"), said.toString());
    }

    /// Asks the source and says what it answers.
    static final class Asking {
        private Asking() {
        }

        public static void main(String[] none) {
            say("probe", new PacketSource().probe());
            try {
                new PacketSource().start(new Subject(new Recorder(TraceClock.start()), Mode.LOOPBACK, 0, 1)).close();
                System.out.println("start available");
            } catch (UnavailableException e) {
                say("start", e.why());
            }
        }

        private static void say(String what, Availability answer) {
            System.out.println(what + switch (answer) {
                case Availability.Available available -> " available: " + available.gives();
                case Availability.Unavailable not -> " unavailable: " + not.reason() + " | " + not.enable();
            });
        }
    }
}
