package dev.lifeline.linux.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lifeline.linux.NativeException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Only names that files or the library itself answer: no test asks a server.
@EnabledOnOs(value = OS.LINUX, disabledReason = "the layout of struct addrinfo is that of Linux")
class AddressInfoTest {

    private static AddressInfo info;

    @BeforeAll
    static void link() throws NativeException {
        info = AddressInfo.link();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "2001:db8::7"})
    void aNumericAddressIsItself(String text) {
        NameAnswer.Found found = assertInstanceOf(NameAnswer.Found.class, info.ask(text));
        assertEquals(List.of(InetAddress.ofLiteral(text)), found.addresses());
        assertEquals(text, found.canonical());
    }

    @Test
    void theScopeOfANumericAddressIsKept() {
        NameAnswer.Found found = assertInstanceOf(NameAnswer.Found.class, info.ask("fe80::1%lo"));
        assertEquals(1, assertInstanceOf(Inet6Address.class, found.addresses().getFirst()).getScopeId());
    }

    @Test
    void localhostHasTheAddressesThatTheJdkFinds() throws UnknownHostException {
        NameAnswer.Found found = assertInstanceOf(NameAnswer.Found.class, info.ask("localhost"));
        assertEquals(Set.of(InetAddress.getAllByName("localhost")), new HashSet<>(found.addresses()));
    }

    @Test
    void aScopeThatIsNoInterfaceIsNoName() {
        NameAnswer.Failed failed = assertInstanceOf(NameAnswer.Failed.class, info.ask("fe80::1%no-such-zone"));
        assertEquals(EaiCode.NONAME, failed.code().number());
        assertEquals("EAI_NONAME", failed.code().name());
        assertFalse(failed.text().isEmpty());
        assertNull(failed.errno());
    }

    @Test
    void aZeroCharacterWouldMakeItAnotherName() {
        assertThrows(IllegalArgumentException.class, () -> info.ask("localhost\0.example"));
    }

    @Test
    void manyThreadsAskAtOnce() throws Exception {
        Set<NameAnswer> answers = ConcurrentHashMap.newKeySet();
        Thread[] threads = new Thread[8];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = Thread.ofPlatform().daemon().start(() -> {
                for (int j = 0; j < 200; j++) {
                    answers.add(info.ask("127.0.0.1"));
                }
            });
        }
        for (Thread each : threads) {
            each.join(10_000);
        }
        assertEquals(Set.of(info.ask("127.0.0.1")), answers);
    }
}
