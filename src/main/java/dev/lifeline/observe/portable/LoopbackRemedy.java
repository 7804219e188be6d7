package dev.lifeline.observe.portable;

import dev.lifeline.linux.KernelParameter;
import java.io.IOException;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;

/// Finds what would bring a loopback address back: looks at the interface and at the kernel's parameters.
public final class LoopbackRemedy {

    private static final String DISABLED = "net.ipv6.conf.%s.disable_ipv6";

    private LoopbackRemedy() {
    }

    /// Says what would enable it here, or gives `null` where nothing is seen to be wrong.
    ///
    /// @param six whether it is `::1`
    public static String of(boolean six) {
        return of(six, down(), Path.of("/proc/sys"), Enabling.here());
    }

    static String of(boolean six, boolean down, Path parameters, Enabling here) {
        if (!Files.isDirectory(parameters.resolve("net/ipv4"))) {
            return null;
        }
        if (down) {
            return here.asRoot("ip link set lo up");
        }
        if (!six) {
            return null;
        }
        if (Boolean.getBoolean("java.net.preferIPv4Stack")) {
            return "start Java without -Djava.net.preferIPv4Stack=true";
        }
        if (!Files.isDirectory(parameters.resolve("net/ipv6"))) {
            return "a kernel with IPv6: this one has none, or was started with ipv6.disable=1";
        }
        for (String device : new String[] {"lo", "all"}) {
            String key = DISABLED.formatted(device);
            if (holds(parameters.resolve(key.replace('.', '/')))) {
                return here.sysctl(key, "0");
            }
        }
        return null;
    }

    /// Java does not list an interface without an address, and one that was never up has none.
    private static boolean down() {
        try {
            NetworkInterface lo = NetworkInterface.getByName("lo");
            return lo == null || !lo.isUp();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean holds(Path parameter) {
        try {
            return "1".equals(KernelParameter.read(parameter));
        } catch (IOException e) {
            return false;
        }
    }
}
