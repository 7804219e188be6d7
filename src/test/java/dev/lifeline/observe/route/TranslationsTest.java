package dev.lifeline.observe.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lifeline.linux.track.Tracked;
import dev.lifeline.linux.wire.WireEnd;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranslationsTest {

    private static final WireEnd CLIENT = end("10.0.0.1", 40000);
    private static final WireEnd OTHER = end("10.0.0.1", 40001);
    private static final WireEnd SERVICE = end("10.96.0.10", 80);
    private static final WireEnd BEHIND = end("10.2.0.2", 8080);

    @Test
    void theEndThatAllAreSentOnToAndNoOther() {
        assertEquals(BEHIND, Translations.sentTo(List.of(sent(CLIENT, BEHIND), sent(OTHER, BEHIND))));
        assertNull(Translations.sentTo(List.of(sent(CLIENT, BEHIND), sent(OTHER, end("10.2.0.3", 8080)))), "two servers behind it");
        assertNull(Translations.sentTo(List.of(sent(CLIENT, BEHIND), sent(OTHER, SERVICE))), "one of them goes where it was sent");
        assertNull(Translations.sentTo(List.of(sent(CLIENT, SERVICE))));
        assertNull(Translations.sentTo(List.of()));
    }

    @Test
    void onlyTheConnectionsOfTheEndsThatAreKnownCount() {
        Tracked elsewhere = new Tracked(CLIENT, BEHIND, BEHIND, CLIENT);
        List<Tracked> all = List.of(sent(CLIENT, BEHIND), sent(OTHER, BEHIND), elsewhere);
        assertEquals(all.subList(0, 1), Translations.told(all, SERVICE, CLIENT));
        assertEquals(all.subList(0, 2), Translations.told(all, SERVICE, null));
    }

    private static Tracked sent(WireEnd from, WireEnd to) {
        return new Tracked(from, SERVICE, to, from);
    }

    private static WireEnd end(String address, int port) {
        return WireEnd.of(InetAddress.ofLiteral(address), port);
    }
}
