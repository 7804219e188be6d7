package dev.lifeline.observe.names;

import dev.lifeline.linux.name.NameAnswer;
import dev.lifeline.model.Evidence;
import dev.lifeline.observe.Availability;
import dev.lifeline.observe.Availability.Available;
import dev.lifeline.observe.Availability.Unavailable;
import dev.lifeline.observe.EvidenceSource;
import dev.lifeline.observe.UnavailableException;
import dev.lifeline.text.AddressText;
import java.net.InetAddress;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The C library's own look-up. It is no observer: the traced client looks names up through [SystemNames].
public final class NameSource implements EvidenceSource {

    private static final String NUMERIC = "127.0.0.1";
    private static final String NAME = "localhost";
    private static final int TIMEOUT_MILLIS = 500;

    @Override
    public String name() {
        return "getaddrinfo";
    }

    @Override
    public Evidence grade() {
        return Evidence.APPLICATION;
    }

    @Override
    public String purpose() {
        return "lookup: exact code, system's order, canonical name, whether DNS answered";
    }

    /// Looks up an address and `localhost`. The latter may be a question for a server that does not answer, so it has a deadline.
    @Override
    public Availability probe() {
        try {
            SystemNames names = SystemNames.open();
            if (names.ask(NUMERIC) instanceof NameAnswer.Failed failed) {
                return new Unavailable(NUMERIC + ": " + failed.code() + ", " + failed.text(), null);
            }
            FutureTask<NameAnswer> task = new FutureTask<>(() -> names.ask(NAME));
            Thread.ofPlatform().daemon().name("lookup-probe").start(task);
            return new Available(NAME + ": " + text(task.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)));
        } catch (UnavailableException e) {
            return e.why();
        } catch (TimeoutException e) {
            return new Available(NUMERIC + " answered; " + NAME + " not within " + TIMEOUT_MILLIS + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unavailable("interrupted", null);
        } catch (ExecutionException e) {
            return new Unavailable(NAME + ": " + e.getCause(), null);
        }
    }

    private static String text(NameAnswer answer) {
        if (answer instanceof NameAnswer.Failed failed) {
            return failed.code() + ", " + failed.text();
        }
        StringBuilder text = new StringBuilder();
        for (InetAddress address : ((NameAnswer.Found) answer).addresses()) {
            text.append(text.isEmpty() ? "" : ", ").append(AddressText.of(address));
        }
        return text.append(" in the system's order").toString();
    }
}
