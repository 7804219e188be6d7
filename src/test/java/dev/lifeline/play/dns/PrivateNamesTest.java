package dev.lifeline.play.dns;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeline.client.Resolver;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.event.LookupSource;
import dev.lifeline.observe.Availability;
import dev.lifeline.observe.UnavailableException;
import dev.lifeline.record.CodedException;
import dev.lifeline.text.AddressText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The C library's own look-ups against the server on loopback.
@EnabledOnOs(value = OS.LINUX, disabledReason = "the resolver's state per thread is glibc's")
@Timeout(60)
class PrivateNamesTest {

    private static final DnsZone ZONE = DnsZone.of(Map.ofEntries(
            Map.entry("both.lifeline.test", List.of("127.0.0.9", "::1")),
            Map.entry("four.lifeline.test", List.of("127.0.0.9")),
            Map.entry("six.lifeline.test", List.of("::1")),
            Map.entry("single", List.of("127.0.0.9")),
            Map.entry("gone.lifeline.test", List.of("nxdomain")),
            Map.entry("broken.lifeline.test", List.of("servfail")),
            Map.entry("refused.lifeline.test", List.of("refused")),
            Map.entry("empty.lifeline.test", List.of("empty")),
            Map.entry("silent.lifeline.test", List.of("silent")),
            Map.entry("alias.lifeline.test", List.of("alias both.lifeline.test")),
            Map.entry("ring.lifeline.test", List.of("alias ring.lifeline.test"))));

    private DnsResponder server;
    private PrivateNames names;

    @BeforeEach
    void open() throws Exception {
        Availability here = PrivateNames.probe();
        assumeTrue(here instanceof Availability.Available, here::toString);
        server = DnsResponder.open(ZONE);
        names = PrivateNames.open(server);
    }

    @AfterEach
    void close() throws IOException {
        if (server != null) {
            names.close();
            server.close();
        }
    }

    private static Set<String> addresses(Resolver.Answer answer) {
        Set<String> texts = new TreeSet<>();
        for (InetAddress each : answer.addresses()) {
            texts.add(AddressText.of(each));
        }
        return texts;
    }

    @ParameterizedTest
    @CsvSource({"both.lifeline.test, 127.0.0.9 ::1, both.lifeline.test", "four.lifeline.test, 127.0.0.9, four.lifeline.test",
        "six.lifeline.test, ::1, six.lifeline.test", "single, 127.0.0.9, single",
        "BOTH.lifeline.test, 127.0.0.9 ::1, BOTH.lifeline.test",
        "alias.lifeline.test, 127.0.0.9 ::1, both.lifeline.test"})
    void aNameHasItsAddressesAndItIsCertainThatDnsGaveThem(String host, String wanted, String canonical) throws Exception {
        Resolver.Answer answer = names.answer(host);
        assertEquals(new TreeSet<>(Set.of(wanted.split(" "))), addresses(answer));
        assertEquals(canonical, answer.canonical());
        assertEquals(LookupSource.DNS, answer.otherwise());
        assertTrue(answer.systemOrder());
        assertEquals(2, server.queries().of(host), "one question for each family");
    }

    @ParameterizedTest
    @CsvSource({"gone.lifeline.test, ENOTFOUND, EAI_NONAME", "unknown.lifeline.test, ENOTFOUND, EAI_NONAME",
        "broken.lifeline.test, EAI_AGAIN, EAI_AGAIN", "refused.lifeline.test, EAI_AGAIN, EAI_AGAIN",
        "ring.lifeline.test, EAI_AGAIN, EAI_AGAIN", "empty.lifeline.test, EAI_NODATA, EAI_NODATA",
        "silent.lifeline.test, EAI_AGAIN, EAI_AGAIN"})
    void eachWayToFailHasItsCode(String host, ErrorCode code, String eai) {
        CodedException failed = assertThrows(CodedException.class, () -> names.answer(host));
        assertEquals(code, failed.code());
        assertEquals(eai, failed.eai());
        assertTrue(failed.getMessage().startsWith(host + ": "), failed.getMessage());
        assertFalse(failed.getMessage().contains("not asked"), failed.getMessage());
        // Each question once: nothing is searched for under other names, nothing is asked again.
        assertEquals(Map.of(host, 2L), server.queries().byName());
    }

    @Test
    void silenceTakesLongerThanAnAnswer() {
        // The quickest of some: any of them may have to wait for a CPU.
        long answered = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            answered = Math.min(answered, nanos("broken.lifeline.test"));
        }
        long silent = nanos("silent.lifeline.test");
        assertTrue(silent > 5 * answered, silent + " ns after " + answered + " ns");
    }

    private long nanos(String host) {
        long start = System.nanoTime();
        assertThrows(CodedException.class, () -> names.answer(host));
        return System.nanoTime() - start;
    }

    @Test
    void anAddressAsksNobody() throws Exception {
        Resolver.Answer answer = names.answer("127.1");
        assertEquals(Set.of("127.0.0.1"), addresses(answer));
        assertEquals(LookupSource.LITERAL, answer.otherwise());
        assertEquals(0, server.queries().all());
    }

    @Test
    void whatAnotherServiceSaidIsNotTakenForDns() throws Exception {
        // The hosts file answers before any server.
        assertEquals(LookupSource.RESOLVER, names.answer("localhost").otherwise());
        assertEquals(0, server.queries().all());
        CodedException failed = assertThrows(CodedException.class, () -> names.answer("a..b"));
        assertTrue(failed.getMessage().endsWith("; the private DNS server was not asked"), failed.getMessage());
    }

    @Test
    void twoMayAskOneServerAndEachServerHasItsOwnNames() throws Exception {
        try (DnsResponder other = DnsResponder.open(DnsZone.of(Map.of("four.lifeline.test", List.of("127.0.0.77"))));
                PrivateNames there = PrivateNames.open(other); PrivateNames again = PrivateNames.open(server)) {
            assertEquals(Set.of("127.0.0.77"), addresses(there.answer("four.lifeline.test")));
            assertEquals(Set.of("127.0.0.9"), addresses(again.answer("four.lifeline.test")));
            assertEquals(Set.of("127.0.0.9"), addresses(names.answer("four.lifeline.test")));
        }
    }

    @Test
    void withoutItsServerItFailsAtOnceAndSaysThatNobodyWasAsked() throws Exception {
        server.close();
        CodedException failed = assertThrows(CodedException.class, () -> names.answer("four.lifeline.test"));
        assertEquals(ErrorCode.EAI_AGAIN, failed.code());
        assertTrue(failed.getMessage().endsWith("; the private DNS server was not asked"), failed.getMessage());
    }

    @Test
    void plainResolveSaysTheSame() throws Exception {
        assertArrayEquals(new InetAddress[] {InetAddress.ofLiteral("127.0.0.9")}, names.resolve("four.lifeline.test"));
        assertInstanceOf(CodedException.class,
                assertThrows(UnknownHostException.class, () -> names.resolve("gone.lifeline.test")).getCause());
    }

    @Test
    void closedDuringALookUpWhoeverWaitsIsTold() throws Exception {
        FutureTask<String> first = waiting("silent.lifeline.test");
        while (server.queries().of("silent.lifeline.test") < 2) {
            Thread.onSpinWait();
        }
        FutureTask<String> second = waiting("four.lifeline.test");
        names.close();
        assertEquals("EAI_AGAIN", first.get(10, TimeUnit.SECONDS));
        assertTrue(Set.of("the private resolver is closed", "the private resolver was closed during the look-up")
                .contains(second.get(10, TimeUnit.SECONDS)));
        assertEquals("the private resolver is closed",
                assertThrows(IOException.class, () -> names.answer("four.lifeline.test")).getMessage());
        assertEquals(0, server.queries().of("four.lifeline.test"));
    }

    @Test
    void itIsBusyForAsLongAsALookUpRunsThoughNobodyWaitsForIt() throws Exception {
        for (int i = 0; i < 100; i++) {
            assertNotNull(names.answer("127.0.0.1"));
            assertTrue(names.isIdle(), "idle as soon as there is an answer");
        }
        FutureTask<String> task = new FutureTask<>(() -> assertThrows(IOException.class, () -> names.answer("silent.lifeline.test"))
                .getClass().getSimpleName());
        Thread asking = Thread.ofPlatform().daemon().name("goes away").start(task);
        while (server.queries().of("silent.lifeline.test") < 2) {
            Thread.onSpinWait();
        }
        asking.interrupt();
        assertEquals("InterruptedIOException", task.get(10, TimeUnit.SECONDS));
        assertFalse(names.isIdle());
        assertNotNull(names.answer("four.lifeline.test"));
        assertTrue(names.isIdle());
    }

    private FutureTask<String> waiting(String host) {
        FutureTask<String> task = new FutureTask<>(() -> {
            try {
                return String.join(" ", addresses(names.answer(host)));
            } catch (CodedException e) {
                return e.code().name();
            } catch (IOException e) {
                return e.getMessage();
            }
        });
        Thread.ofPlatform().daemon().name("asks").start(task);
        return task;
    }

    @Test
    void nothingIsLeftBehind() throws Exception {
        Set<String> before = sockets();
        try (DnsResponder other = DnsResponder.open(ZONE); PrivateNames more = PrivateNames.open(other)) {
            assertNotNull(more.answer("both.lifeline.test"));
            assertThrows(CodedException.class, () -> more.answer("silent.lifeline.test"));
            assertFalse(sockets().equals(before));
            assertTrue(threads().contains("lifeline-names-" + other.port()), threads().toString());
        }
        assertEquals(before, sockets());
        assertEquals(Set.of("lifeline-dns-" + server.port(), "lifeline-names-" + server.port()), threads());
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                .filter(name -> name.startsWith("lifeline-dns-") || name.startsWith("lifeline-names-"))
                .collect(Collectors.toSet());
    }

    private static Set<String> sockets() throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            for (Path each : (Iterable<Path>) descriptors::iterator) {
                if (Files.isSymbolicLink(each) && Files.readSymbolicLink(each).toString().startsWith("socket:")) {
                    found.add(Files.readSymbolicLink(each).toString());
                }
            }
        }
        return found;
    }

    @Test
    void whereAnotherServiceAnswersNamesItIsUnavailableAndLeavesNoThread(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("nsswitch.conf"), "hosts: resolve [!UNAVAIL=return] dns\n");
        HostServices services = new HostServices(folder.resolve("nsswitch.conf"), folder.resolve("nscd"));
        UnavailableException refused = assertThrows(UnavailableException.class, () -> PrivateNames.open(server, services));
        assertTrue(refused.why().reason().contains("resolve"), refused.why().reason());
        assertEquals(2, threads().size());
    }
}
