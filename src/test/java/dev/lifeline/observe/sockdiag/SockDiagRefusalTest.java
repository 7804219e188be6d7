package dev.lifeline.observe.sockdiag;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.Errno;
import dev.lifeline.linux.NativeException;
import dev.lifeline.observe.Availability.Unavailable;
import org.junit.jupiter.api.Test;

class SockDiagRefusalTest {

    private static Unavailable of(int errno) {
        return SockDiagSource.unavailable(NativeException.failed("socket", new Errno(errno)));
    }

    @Test
    void aFamilyThatIsRefusedIsNoMatterOfModules() {
        Unavailable why = of(Errno.EAFNOSUPPORT);
        assertTrue(why.reason().contains("seccomp") && why.reason().contains("netlink"), why.reason());
        assertNull(why.enable());
    }

    @Test
    void aProtocolThatIsMissingIsAModule() {
        Unavailable why = of(Errno.EPROTONOSUPPORT);
        assertTrue(why.reason().contains("no socket diagnosis"), why.reason());
        assertNotNull(why.enable());
    }
}
