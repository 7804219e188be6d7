package dev.lifeline.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.lifeline.model.Endpoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules beside the facts that Go's own tests hold (src/net/addrselect_test.go), RFC 6724 section 10.2, and what Go 1.27.3
/// answered in a network namespace.
class DestinationOrderTest {

    private static List<Endpoint> sorted(String ways, boolean backwards) {
        List<Endpoint> destinations = new ArrayList<>();
        Map<Endpoint, Endpoint> sources = new HashMap<>();
        for (String way : ways.split(" +")) {
            String[] end = way.split("<");
            destinations.add(new Endpoint(end[0], 80));
            if (end.length > 1) {
                sources.put(destinations.getLast(), new Endpoint(end[1], 0));
            }
        }
        if (backwards) {
            Collections.reverse(destinations);
        }
        return DestinationOrder.of(destinations, sources);
    }

    private static List<Endpoint> endpoints(String addresses) {
        List<Endpoint> list = new ArrayList<>();
        for (String each : addresses.split(" +")) {
            list.add(new Endpoint(each, 80));
        }
        return list;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // Matching scope, the source of the other being link-local.
        "2001:db8:1::1<2001:db8:1::2 198.51.100.121<169.254.13.78 | 2001:db8:1::1 198.51.100.121",
        "2001:db8:1::1<fe80::1 198.51.100.121<198.51.100.117 | 198.51.100.121 2001:db8:1::1",
        // Higher precedence: IPv6 before IPv4; a unique local address, 6to4 and Teredo after it where the labels match.
        "2001:db8:1::1<2001:db8:1::2 10.1.2.3<10.1.2.4 | 2001:db8:1::1 10.1.2.3",
        "fd00:5::1<fd00:5::2 192.0.2.1<198.51.100.2 | 192.0.2.1 fd00:5::1",
        "2002:c000:201::1<2002:c000:201::2 192.0.2.1<198.51.100.2 | 192.0.2.1 2002:c000:201::1",
        "2001::1<2001::2 192.0.2.1<198.51.100.2 | 192.0.2.1 2001::1",
        // Matching label: a global destination from a unique local source.
        "2001:db8::1<fd00:5::2 192.0.2.1<198.51.100.2 | 192.0.2.1 2001:db8::1",
        "2001:db8::1<fd00:5::2 fd00:5::1<fd00:5::2 | fd00:5::1 2001:db8::1",
        // Smaller scope.
        "2001:db8:1::1<2001:db8:1::2 fe80::1<fe80::2 | fe80::1 2001:db8:1::1",
        "2001:db8:1::1<2001:db8:1::2 fe80::1%eth0<fe80::2%eth0 | fe80::1%eth0 2001:db8:1::1",
        // The longest prefix, of IPv6.
        "2001:db9::1<2001:db8::2 2001:db8::1<2001:db8::2 | 2001:db8::1 2001:db9::1",
        // No way to it.
        "2001:db8::1 192.0.2.1<198.51.100.2 | 192.0.2.1 2001:db8::1",
        "::1<::1 127.0.0.1<127.0.0.1 | ::1 127.0.0.1"})
    void theBetterDestinationIsFirstWhereverItStood(String ways, String order) {
        assertEquals(endpoints(order), sorted(ways, false));
        assertEquals(endpoints(order), sorted(ways, true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // Longest prefixes do not count with IPv4 (Go issues 13283 and 18518), nor beyond 64 bits.
        "54.83.193.112<10.2.3.4 184.72.238.214<10.2.3.4 23.23.172.185<10.2.3.4 | 54.83.193.112 184.72.238.214 23.23.172.185",
        "192.0.2.1<10.2.3.4 10.2.3.5<10.2.3.4 | 192.0.2.1 10.2.3.5",
        "2001:db8::ffff:1<2001:db8::2 2001:db8::3<2001:db8::2 | 2001:db8::ffff:1 2001:db8::3",
        "192.0.2.1 2001:db8::1 | 192.0.2.1 2001:db8::1"})
    void equalsStayAsTheyStood(String ways, String order) {
        assertEquals(endpoints(order), sorted(ways, false));
        assertEquals(endpoints(order).reversed(), sorted(ways, true));
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 35, 4, 2", "2601:645:8002:a500:986f:1db8:c836:bd65, 40, 1, 14", "::1, 50, 0, 2", "2002::ab12, 30, 2, 14",
        "2001::1, 5, 5, 14", "2001:1::1, 40, 1, 14", "fd00::1, 3, 13, 14", "fe80::1, 40, 1, 2", "fec0::1, 1, 11, 5", "3ffe::1, 1, 12, 14",
        "::2, 1, 3, 14", "169.254.1.2, 35, 4, 2", "169.253.1.2, 35, 4, 14", "8.8.8.8, 35, 4, 14", "224.2.2.2, 35, 4, 14",
        "ff02::, 40, 1, 2", "ff05::, 40, 1, 5", "ff04::, 40, 1, 4", "ff0e::, 40, 1, 14"})
    void eachAddressHasItsRowOfTheTableAndItsScope(String address, int precedence, int label, int scope) {
        DestinationOrder.Rated rated = DestinationOrder.rated(address);
        assertEquals(precedence, rated.precedence());
        assertEquals(label, rated.label());
        assertEquals(scope, rated.scope());
    }

    @ParameterizedTest
    @CsvSource({"fe80::1, fe80::2, 64", "fe81::1, fe80::2, 15", "127.0.0.1, fe80::1, 0", "1.2.3.4, 1.2.3.4, 32", "1.2.255.255, 1.2.0.0, 16",
        "1.2.127.255, 1.2.0.0, 17", "1.2.7.255, 1.2.0.0, 21", "1.2.0.255, 1.2.0.0, 24"})
    void thePrefixThatTwoAddressesShareIsCountedInBits(String a, String b, int bits) {
        assertEquals(bits, DestinationOrder.common(DestinationOrder.rated(a), DestinationOrder.rated(b)));
    }

    @Test
    void onlyGoSorts() {
        List<Endpoint> given = endpoints("fd00:5::1 192.0.2.1");
        Map<Endpoint, Endpoint> sources = Map.of(given.get(0), new Endpoint("fd00:5::2", 0), given.get(1), new Endpoint("192.0.2.2", 0));
        for (Personality each : Personality.values()) {
            List<Endpoint> sorted = each.sorted(given, sources);
            if (each == Personality.GO) {
                assertEquals(given.reversed(), sorted);
            } else {
                assertSame(given, sorted, each.label());
            }
        }
    }
}
