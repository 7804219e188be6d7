package dev.lifeline.play.dns;

import dev.lifeline.client.KnowingResolver;
import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.name.PrivateResolver;
import dev.lifeline.model.event.LookupSource;
import dev.lifeline.observe.Availability;
import dev.lifeline.observe.Availability.Available;
import dev.lifeline.observe.Availability.Unavailable;
import dev.lifeline.observe.UnavailableException;
import dev.lifeline.observe.names.SystemNames;
import dev.lifeline.record.CodedException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Objects;
import java.util.Set;

/// Look-ups of the C library that ask a [DnsResponder] instead of the system's DNS servers: the same `getaddrinfo(3)` with the
/// same codes, times and order. Only the thread that belongs to it is changed; every other look-up of this process asks the
/// system's.
///
/// An answer is known to be from DNS where the server was asked for this name meanwhile and has these addresses for it.
public final class PrivateNames implements KnowingResolver, AutoCloseable {

    private final DnsResponder server;
    private final NameThread thread;
    private final SystemNames names;
    /// Used on the thread alone.
    private PrivateResolver resolver;

    private PrivateNames(DnsResponder server, NameThread thread, SystemNames names) {
        this.server = server;
        this.thread = thread;
        this.names = names;
    }

    /// Starts the thread and tries whether a question from it reaches a server of ours.
    ///
    /// @param server stays its owner's: it is neither opened nor closed here, and several may ask it
    /// @throws UnavailableException when look-ups on this machine cannot be sent to it: not glibc, no native calls, or another
    ///     service answers names here
    public static PrivateNames open(DnsResponder server) throws UnavailableException {
        Objects.requireNonNull(server, "server");
        return open(server, HostServices.system());
    }

    static PrivateNames open(DnsResponder server, HostServices services) throws UnavailableException {
        Unavailable obstacle = services.obstacle();
        if (obstacle != null) {
            throw new UnavailableException(obstacle);
        }
        SystemNames names = SystemNames.open();
        NameThread thread = new NameThread("lifeline-names-".concat(Integer.toString(server.port())));
        PrivateNames opened = new PrivateNames(server, thread, names);
        boolean ready = false;
        try {
            thread.call(() -> {
                NameTrial.onThisThread();
                opened.resolver = PrivateResolver.onThisThread(server.port());
                return null;
            });
            ready = true;
            return opened;
        } catch (IOException e) {
            throw new UnavailableException(new Unavailable(e.getMessage(), null));
        } finally {
            if (!ready) {
                thread.close();
            }
        }
    }

    /// Tells whether look-ups can be sent to a server of our own here; tries it.
    public static Availability probe() {
        try (DnsResponder server = DnsResponder.open(NameTrial.ZONE); PrivateNames names = open(server)) {
            return new Available(NameTrial.NAME + ": " + names.resolve(NameTrial.NAME)[0].getHostAddress() + " from 127.0.0.1:"
                    + server.port());
        } catch (UnavailableException e) {
            return e.why();
        } catch (IOException e) {
            return new Unavailable(e.getMessage(), null);
        }
    }

    /// Asks, and waits for the answer; a silent server is given up after about a second for each question.
    ///
    /// @throws CodedException when there are no addresses, with the code of the C library; it says so where the server was not
    ///     asked
    /// @throws IOException when this is closed
    @Override
    public Answer answer(String host) throws IOException {
        return thread.call(() -> ask(host));
    }

    private Answer ask(String host) throws IOException {
        if (!resolver.inPlace()) {
            throw NativeException.unavailable("the resolver of the thread for private names was set up anew", null);
        }
        long before = server.queries().of(host);
        try {
            SystemNames.Named named = names.lookUp(host);
            return new Answer(named.addresses().toArray(InetAddress[]::new), named.canonical(),
                    source(host, named, server.queries().of(host) > before), true);
        } catch (CodedException e) {
            if (server.queries().of(host) > before) {
                throw e;
            }
            throw new CodedException(e.code(), e.getMessage() + "; the private DNS server was not asked");
        }
    }

    private LookupSource source(String host, SystemNames.Named named, boolean asked) {
        if (named.otherwise() == LookupSource.LITERAL) {
            return LookupSource.LITERAL;
        }
        Set<InetAddress> given = server.zone().addresses(host);
        return asked && given.containsAll(named.addresses()) ? LookupSource.DNS : LookupSource.RESOLVER;
    }

    /// Tells whether a look-up that is asked for now begins at once. One whose caller went away runs on to its end, and the next
    /// waits for it.
    public boolean isIdle() {
        return thread.isIdle();
    }

    /// Ends the thread, and with it what was changed. A look-up that runs is left to end by itself after a short wait.
    @Override
    public void close() {
        thread.close();
    }
}
