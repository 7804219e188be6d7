package dev.lifeline.wording;

import dev.lifeline.model.KernelRoute;
import dev.lifeline.model.RouteType;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.text.Printable;

/// The kernel's routes in words, safe to print.
public final class RouteWords {

    private RouteWords() {
    }

    /// Writes an answer of the kernel. The mark tells what the client's own stage does not say: the way over a gateway, and a
    /// route that refuses.
    public static Wording of(KernelEvent.RouteAnswered answered) {
        KernelRoute route = answered.route();
        String mark = refuses(route) ? "route: " + route.type().label()
                : route.gateway() == null ? null : "route: by gateway " + Printable.ascii(route.gateway())
                + (route.device() == null ? "" : " on " + Printable.ascii(route.device()));
        return new Wording(mark, phrase(answered, null),
                "the kernel's route to " + EndpointWords.of(answered.destination()) + " was: " + phrase(answered, null));
    }

    /// Says if the route is no way to anywhere.
    public static boolean refuses(KernelRoute route) {
        return route.type() != RouteType.UNICAST && route.type() != RouteType.LOCAL;
    }

    /// Writes a route as `ip route get` does: `via 10.0.0.1 dev eth0 src 10.0.0.5`; before one that is not the one that was asked
    /// for `refused from 127.0.0.1; without it `.
    ///
    /// @param known what has been told of it already and need not be told again, or `null`
    public static String phrase(KernelEvent.RouteAnswered answered, Outcome.RouteChosen known) {
        KernelRoute route = answered.route();
        StringBuilder words = new StringBuilder();
        if (route.type() != RouteType.UNICAST) {
            words.append(route.type().label());
        }
        add(words, "via ", route.gateway(), null);
        add(words, "dev ", route.device(), known == null ? null : known.device());
        add(words, "src ", route.source(), known == null ? null : known.source().address());
        if (route.mtu() > 0 && (known == null || known.mtu() != route.mtu())) {
            add(words, "mtu ", Integer.toString(route.mtu()), null);
        }
        return (answered.refusedSource() == null ? ""
                : "refused from " + Printable.ascii(answered.refusedSource()) + "; without it ")
                + (words.isEmpty() ? "on the link" : words.toString());
    }

    /// Writes that the socket does not have the address that its route had promised.
    public static Wording of(KernelEvent.RouteDisagreed other) {
        String promised = Printable.ascii(other.promised());
        String mark = "the route had promised source " + promised + ", the socket has " + Printable.ascii(other.actual().address());
        return new Wording(mark, mark, "the socket had the local address " + EndpointWords.of(other.actual())
                + ", although the route had promised " + promised);
    }

    private static void add(StringBuilder words, String name, String value, String told) {
        if (value != null && !value.equals(told)) {
            words.append(words.isEmpty() ? "" : " ").append(name).append(Printable.ascii(value));
        }
    }
}
