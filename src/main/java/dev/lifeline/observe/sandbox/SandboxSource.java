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

    /// The command of the launcher before it starts Java there: a namespace begins with its loopback interface down.
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
        return "--sandbox of connect --serve and run: packets without root, in a network namespace of its own";
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
                return process.exitValue() == 0 ? new Available("unshare -Urn works here, and lo comes up in it") : SandboxRefusal.of(said);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return SandboxRefusal.of(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unavailable("interrupted while it was tried", null);
        }
    }
}
