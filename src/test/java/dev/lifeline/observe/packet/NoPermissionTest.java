package dev.lifeline.observe.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeline.linux.ChildJvm;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.observe.Availability;
import dev.lifeline.observe.Subject;
import dev.lifeline.observe.Tracing;
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

        assertTrue(said.getFirst().startsWith("probe unavailable: a packet socket needs CAP_NET_RAW (socket: EPERM) | "), said.toString());
        assertTrue(said.getLast().startsWith("start unavailable: a packet socket needs CAP_NET_RAW (socket: EPERM) | "), said.toString());
        assertTrue(said.getFirst().contains("CAP_NET_RAW in its bounding set") || said.getFirst().contains("--cap-add NET_RAW")
                || said.getFirst().contains("give it CAP_NET_RAW"), said.toString());
        assertFalse(said.toString().contains("sudo"), "this is root already: " + said);
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
            PacketSource source = new PacketSource();
            Availability probed = source.probe();
            say("probe", probed instanceof Availability.Unavailable not ? source.explained(not, Tracing.CONNECT) : probed);
            PacketSource other = new PacketSource();
            try {
                other.start(new Subject(new Recorder(TraceClock.start()), Mode.LOOPBACK, 0, 1)).close();
                System.out.println("start available");
            } catch (UnavailableException e) {
                say("start", other.explained(e.why(), Tracing.CONNECT));
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
