package dev.lifeline.observe.sandbox;

import dev.lifeline.model.Evidence;
import dev.lifeline.observe.Availability;
import dev.lifeline.observe.Availability.Available;
import dev.lifeline.observe.Availability.Unavailable;
import dev.lifeline.observe.EvidenceSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/// An own user and network namespace (`user_namespaces(7)`, `network_namespaces(7)`): `--sandbox` runs a loopback trace in one.
public final class SandboxSource implements EvidenceSource {

    private static final int TIMEOUT_MILLIS = 1_000;
    private static final int MOST_BYTES = 400;

    /// What the launcher does before it starts Java there: a namespace begins with its loopback interface down.
    private static final String[] TRY = {"unshare", "-Urn", "sh", "-c", "ip link set lo up"};

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public Evidence grade() {
        return Evidence.PACKET;
    }

    @Override
    public String purpose() {
        return "connect --serve --sandbox: packets without root, in an own network namespace";
    }

    @Override
    public Availability probe() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return new Unavailable("namespaces are Linux's", null);
        }
        try {
            Process process = new ProcessBuilder(TRY).redirectErrorStream(true).start();
            try {
                process.getOutputStream().close();
                if (!process.waitFor(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)) {
                    return new Unavailable("unshare -Urn did not end within a second", null);
                }
                String said = new String(process.getInputStream().readNBytes(MOST_BYTES), StandardCharsets.UTF_8).strip();
                return process.exitValue() == 0 ? new Available("unshare -Urn works here, and lo comes up in it") : refused(said);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return new Unavailable("unshare(1) cannot be started: " + e.getMessage(), "apt install util-linux iproute2");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unavailable("interrupted while it was tried", null);
        }
    }

    /// Some systems forbid it: by a limit of zero, by AppArmor, by the seccomp filter of a container.
    private static Unavailable refused(String said) {
        String enable = said.contains("ip:") || said.contains("ip link") ? "apt install iproute2"
                : "sudo sysctl -w kernel.unprivileged_userns_clone=1 kernel.apparmor_restrict_unprivileged_userns=0 "
                        + "user.max_user_namespaces=15000 (those that this kernel has); in a container: another seccomp profile";
        return new Unavailable(said.isEmpty() ? "unshare -Urn failed" : said, enable);
    }
}
