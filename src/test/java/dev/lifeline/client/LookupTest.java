package dev.lifeline.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Family;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.LookupSource;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.record.CodedException;
import dev.lifeline.record.StageFailure;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LookupTest {

    private static final long LONG = TimeUnit.SECONDS.toNanos(10);
    private static final String V6 = "::1";

    @TempDir
    private Path folder;
    private final Tracing trace = new Tracing();

    private Lookup lookup(Resolver resolver) {
        return new Lookup(trace.runner, resolver, new HostsFile(folder.resolve("hosts")));
    }

    private static Resolver answering(String... addresses) {
        return host -> {
            InetAddress[] answers = new InetAddress[addresses.length];
            for (int i = 0; i < answers.length; i++) {
                answers[i] = InetAddress.ofLiteral(addresses[i]);
            }
            return answers;
        };
    }

    private static Resolver neverAsked() {
        return host -> {
            throw new AssertionError("asked for " + host);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "2001:db8::7"})
    void aLiteralAddressSkipsTheResolverVisibly(String address) throws Exception {
        List<Endpoint> found = lookup(neverAsked()).endpoints(address, 80, null, LONG);
        assertEquals(List.of(Endpoint.of(InetAddress.ofLiteral(address), 80)), found);
        assertEquals(Lookup.LITERAL, trace.only(StageEvent.Skipped.class).reason());
    }

    /// RFC 1122 section 3.2.1.3: no destination. The JDK puts the same in its place, but tells nobody.
    @Test
    void theUnspecifiedAddressIsThisMachine() throws Exception {
        assertEquals(List.of(new Endpoint("127.0.0.1", 80)), lookup(neverAsked()).endpoints("0.0.0.0", 80, null, LONG));
        assertEquals(List.of(new Endpoint(V6, 80)), lookup(neverAsked()).endpoints("::", 80, null, LONG));
        assertEquals(List.of(new Endpoint(V6, 7), new Endpoint("127.0.0.1", 7)),
                lookup(answering("::", "0.0.0.0", "127.0.0.1")).endpoints("blocked.example", 7, null, LONG), "each once");
        assertEquals(List.of("::", "0.0.0.0", "127.0.0.1"), ((Outcome.Answers) trace.outcome(Stage.LOOKUP)).addresses(), "as it was given");
    }

    @Test
    void aZoneNeedsOnlyBeAnInterfaceOfThisMachine() throws Exception {
        String loopback = NetworkInterface.getByInetAddress(InetAddress.ofLiteral("127.0.0.1")).getName();
        String zoned = "fe80::1%" + loopback;
        assertEquals(List.of(new Endpoint(zoned, 80)), lookup(neverAsked()).endpoints(zoned, 80, null, LONG));
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, IPV6", "::1, IPV4"})
    void aLiteralOfTheOtherFamilyHasNoDataAndSaysSo(String address, Family only) {
        StageFailure e = assertThrows(StageFailure.class, () -> lookup(neverAsked()).endpoints(address, 80, only, LONG));
        assertEquals(ErrorCode.EAI_NODATA, e.failure().code());
        assertTrue(e.failure().message().contains(only.label()), e.failure().message());
        assertEquals(List.of("lookup EAI_NODATA"), trace.stages());
    }

    @ParameterizedTest
    @ValueSource(strings = {"256.1.1.1", "1.2.3.4.5", "fe80::1%no-such-zone", "127.0.0.1%no-such-zone", "1::2::3"})
    void whatOnlyLooksLikeAnAddressIsNeverLookedUp(String text) {
        StageFailure e = assertThrows(StageFailure.class, () -> lookup(neverAsked()).endpoints(text, 80, null, LONG));
        assertEquals(ErrorCode.ENOTFOUND, e.failure().code());
    }

    @Test
    void answersKeepTheOrderInWhichTheyCame() throws Exception {
        List<Endpoint> found = lookup(answering("::1", "127.0.0.1")).endpoints("both.example", 7, null, LONG);
        assertEquals(List.of(new Endpoint(V6, 7), new Endpoint("127.0.0.1", 7)), found);
        Outcome.Answers answers = (Outcome.Answers) trace.outcome(Stage.LOOKUP);
        assertEquals(List.of(V6, "127.0.0.1"), answers.addresses());
        assertEquals(LookupSource.RESOLVER, answers.source());
    }

    @Test
    void javaWouldPutIpv4FirstWhereTheSystemsOrderIsKnown() throws Exception {
        String before = System.getProperty(Lookup.ORDER_PROPERTY);
        try {
            System.setProperty(Lookup.ORDER_PROPERTY, Lookup.SYSTEM_ORDER);
            lookup(answering("::1", "127.0.0.1", "::2", "127.0.0.2")).endpoints("both.example", 7, null, LONG);
        } finally {
            if (before == null) {
                System.clearProperty(Lookup.ORDER_PROPERTY);
            } else {
                System.setProperty(Lookup.ORDER_PROPERTY, before);
            }
        }
        Outcome.Answers answers = (Outcome.Answers) trace.outcome(Stage.LOOKUP);
        assertEquals(List.of("127.0.0.1", "127.0.0.2", V6, "::2"), answers.javaOrder());
    }

    @Test
    void aFamilyLeavesTheOthersOutByName() throws Exception {
        List<Endpoint> found = lookup(answering("::1", "127.0.0.1")).endpoints("both.example", 7, Family.IPV4, LONG);
        assertEquals(List.of(new Endpoint("127.0.0.1", 7)), found);
        assertEquals(new Endpoint(V6, 7), trace.only(RaceEvent.LeftOut.class).candidate());
    }

    @Test
    void answersOfTheOtherFamilyAloneAreNoData() {
        StageFailure e = assertThrows(StageFailure.class,
                () -> lookup(answering("127.0.0.1")).endpoints("four.example", 7, Family.IPV6, LONG));
        assertEquals(ErrorCode.EAI_NODATA, e.failure().code());
        assertEquals("four.example has only IPv4 addresses, and only IPv6 was asked for", e.failure().message());
    }

    @Test
    void theHostsFileIsTheSourceOnlyWhenItHasEveryAnswer() throws Exception {
        Files.writeString(folder.resolve("hosts"), "192.0.2.1 one.example two.example\n");
        lookup(answering("192.0.2.1")).endpoints("one.example", 7, null, LONG);
        assertEquals(LookupSource.HOSTS_FILE, ((Outcome.Answers) trace.outcome(Stage.LOOKUP)).source());
        Tracing second = new Tracing();
        new Lookup(second.runner, answering("192.0.2.1", "192.0.2.2"), new HostsFile(folder.resolve("hosts")))
                .endpoints("two.example", 7, null, LONG);
        assertEquals(LookupSource.RESOLVER, ((Outcome.Answers) second.outcome(Stage.LOOKUP)).source());
    }

    /// `InetAddress` answers so where the system's resolver failed, and where it did not.
    @Test
    void whatMayBeJavasOwnAnswerIsNotTheResolvers() throws Exception {
        Files.writeString(folder.resolve("hosts"), "192.0.2.1 one.example\n");
        assertEquals(LookupSource.UNKNOWN, answers(answering("::1"), "LocalHost").source());
        assertEquals(LookupSource.RESOLVER, answers(answering("::1", "127.0.0.1"), "localhost").source(), "Java gives one address only");
        assertEquals(LookupSource.RESOLVER, answers(answering("127.0.0.1"), "other.example").source(), "and for this name alone");
        Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost\n");
        assertEquals(LookupSource.HOSTS_FILE, answers(answering("127.0.0.1"), "localhost").source());
    }

    /// A resolver that knows more than addresses.
    private static Resolver knowing(LookupSource otherwise, String... addresses) throws IOException {
        Resolver resolver = mock(Resolver.class);
        when(resolver.answer(anyString())).thenReturn(
                new Resolver.Answer(answering(addresses).resolve("any.example"), "canonical.example", otherwise, true));
        return resolver;
    }

    private Outcome.Answers answers(Resolver resolver, String host) throws Exception {
        Tracing own = new Tracing();
        new Lookup(own.runner, resolver, new HostsFile(folder.resolve("hosts"))).endpoints(host, 7, null, LONG);
        return (Outcome.Answers) own.outcome(Stage.LOOKUP);
    }

    @Test
    void aResolverThatKnowsMoreIsAskedOnceAndSaysItAll() throws Exception {
        Resolver resolver = knowing(LookupSource.DNS, "::1", "127.0.0.1");
        Outcome.Answers answers = answers(resolver, "both.example");
        verify(resolver).answer("both.example");
        verifyNoMoreInteractions(resolver);
        assertEquals(List.of(V6, "127.0.0.1"), answers.addresses());
        assertEquals(List.of("127.0.0.1", V6), answers.javaOrder());
        assertEquals("canonical.example", answers.canonical());
        assertEquals(LookupSource.DNS, answers.source());
    }

    @Test
    void aNameOfTheHostsFileWasNotMadeLonger() throws Exception {
        Resolver resolver = mock(Resolver.class);
        when(resolver.answer(anyString())).thenReturn(new Resolver.Answer(answering("192.0.2.1").resolve("any.example"),
                "db.corp.test", LookupSource.DNS, "corp.test", true));
        assertEquals("corp.test", answers(resolver, "db").searchDomain());
        Files.writeString(folder.resolve("hosts"), "192.0.2.1 db.corp.test db\n");
        assertNull(answers(resolver, "db").searchDomain());
    }

    @Test
    void theHostsFileGoesBeforeWhatTheResolverIsCertainOf() throws Exception {
        Files.writeString(folder.resolve("hosts"), "192.0.2.1 one.example two.example\n");
        assertEquals(LookupSource.HOSTS_FILE, answers(knowing(LookupSource.DNS, "192.0.2.1"), "one.example").source());
        assertEquals(LookupSource.RESOLVER, answers(knowing(LookupSource.DNS, "192.0.2.1", "192.0.2.2"), "two.example").source());
        assertEquals(LookupSource.DNS, answers(knowing(LookupSource.DNS, "192.0.2.1"), "other.example").source());
        assertEquals(LookupSource.LITERAL, answers(knowing(LookupSource.LITERAL, "192.0.2.1"), "0xc0.0.2.1").source());
    }

    @Test
    void aHostsFileThatIsNotReadWholeLeavesTheSourceOpen() throws Exception {
        try (RandomAccessFile large = new RandomAccessFile(folder.resolve("hosts").toFile(), "rw")) {
            large.setLength(HostsFile.MAX_BYTES + 1L);
        }
        assertEquals(LookupSource.RESOLVER, answers(knowing(LookupSource.DNS, "192.0.2.1"), "one.example").source());
    }

    @Test
    void theCodeOfAResolverIsTheCodeOfTheStageWhateverItsText() throws Exception {
        Resolver german = mock(Resolver.class);
        when(german.answer("nowhere.invalid")).thenThrow(
                new CodedException(ErrorCode.EAI_AGAIN, "EAI_AGAIN", "nowhere.invalid: Der Name ist nicht bekannt"));
        StageFailure e = assertThrows(StageFailure.class, () -> lookup(german).endpoints("nowhere.invalid", 80, null, LONG));
        assertEquals(ErrorCode.EAI_AGAIN, e.failure().code());
        assertEquals("EAI_AGAIN", e.failure().eai());
        assertEquals("nowhere.invalid: Der Name ist nicht bekannt", e.failure().message());
    }

    @Test
    void noSuchNameKeepsTheResolversWords() {
        StageFailure e = assertThrows(StageFailure.class, () -> lookup(host -> {
            throw new UnknownHostException(host + ": Name or service not known");
        }).endpoints("nowhere.invalid", 80, null, LONG));
        assertEquals(ErrorCode.ENOTFOUND, e.failure().code());
        assertEquals(Operation.GETADDRINFO, e.failure().operation());
        assertEquals("nowhere.invalid: Name or service not known", e.failure().message());
        assertNull(e.failure().local());
        assertNull(e.failure().remote());
    }

    @Test
    void aResolverThatDoesNotAnswerEndsAtTheDeadline() {
        CountDownLatch release = new CountDownLatch(1);
        AtomicBoolean daemon = new AtomicBoolean();
        StageFailure e = assertThrows(StageFailure.class, () -> lookup(host -> {
            daemon.set(Thread.currentThread().isDaemon());
            return awaiting(release, host);
        }).endpoints("silent.example", 80, null, TimeUnit.MILLISECONDS.toNanos(300)));
        release.countDown();
        assertEquals(ErrorCode.TIMEOUT, e.failure().code());
        assertEquals("no result within 300 ms", e.failure().message());
        assertTrue(daemon.get());
    }

    @Test
    void anInterruptEndsTheWaitAtOnce() {
        CountDownLatch release = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        assertThrows(InterruptedException.class, () -> lookup(host -> {
            caller.interrupt();
            return awaiting(release, host);
        }).endpoints("silent.example", 80, null, LONG));
        release.countDown();
        assertEquals(List.of("lookup INTERRUPTED"), trace.stages());
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void theSystemKnowsLocalhost() throws Exception {
        List<Endpoint> found = new Lookup(trace.runner).endpoints("localhost", 80, null, LONG);
        assertTrue(found.contains(new Endpoint("127.0.0.1", 80)) || found.contains(new Endpoint(V6, 80)), found.toString());
    }

    private static InetAddress[] awaiting(CountDownLatch release, String host) throws UnknownHostException {
        try {
            release.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        throw new UnknownHostException(host);
    }
}
