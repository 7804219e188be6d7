package dev.lifeline.observe.route;

import dev.lifeline.linux.Errno;
import dev.lifeline.linux.route.NetworkLink;
import dev.lifeline.linux.route.RouteAnswer;
import dev.lifeline.linux.route.RouteMessage;
import dev.lifeline.linux.route.RouteQuery;
import dev.lifeline.model.KernelRoute;
import dev.lifeline.model.RouteType;
import dev.lifeline.text.AddressText;
import java.net.InetAddress;
import java.util.Objects;

/// Routes in the words of the model.
///
/// @param query who is asked
record KernelRoutes(RouteQuery query) {

    KernelRoutes {
        Objects.requireNonNull(query, "query");
    }

    /// The kernel's answer.
    ///
    /// @param route the route, or `null` where the kernel did not say
    /// @param reason why it did not, or `null`
    /// @param silent whether it said nothing at all that could be read
    /// @param withoutSource whether it refused the source that was asked for, and answered without one
    record Asked(KernelRoute route, String reason, boolean silent, boolean withoutSource) {
    }

    /// The way to a destination.
    ///
    /// @param port of the destination; 0 for any
    /// @param source the source address that is asked for, or `null` to let the kernel choose
    Asked to(InetAddress destination, int port, InetAddress source) {
        RouteAnswer answer = query.to(destination, port, source);
        if (source == null || !invalid(answer)) {
            return asked(answer, false);
        }
        // The kernel says the same of a source that it does not like as of a blackhole.
        RouteAnswer without = query.to(destination, port, null);
        return asked(without, !invalid(without));
    }

    private static boolean invalid(RouteAnswer answer) {
        return answer instanceof RouteAnswer.Refused refused && refused.errno().number() == Errno.EINVAL;
    }

    private Asked asked(RouteAnswer answer, boolean withoutSource) {
        if (answer instanceof RouteAnswer.Route route) {
            return new Asked(route(route), null, false, withoutSource);
        }
        if (answer instanceof RouteAnswer.Refused refused) {
            RouteType type = refusal(refused.errno().number());
            return type == null ? new Asked(null, refused.errno().name(), false, withoutSource)
                    : new Asked(without(type), null, false, withoutSource);
        }
        return new Asked(null, ((RouteAnswer.Unclear) answer).reason(), true, withoutSource);
    }

    private KernelRoute route(RouteAnswer.Route route) {
        NetworkLink link = route.device() == 0 ? null : query.link(route.device());
        return new KernelRoute(type(route.type()), link == null ? null : link.name(), text(route.gateway()), text(route.source()),
                route.mtu() > 0 || link == null ? route.mtu() : link.mtu(), route.table());
    }

    private static String text(InetAddress address) {
        return address == null ? null : AddressText.of(address);
    }

    private static KernelRoute without(RouteType type) {
        return new KernelRoute(type, null, null, null, 0, 0);
    }

    /// The kernel answers with the error that a connect would get (`fib_props` of `net/ipv4/fib_semantics.c`).
    ///
    /// @return `null` for an error that is no type of a route
    static RouteType refusal(int errno) {
        return switch (errno) {
            case Errno.EINVAL -> RouteType.BLACKHOLE;
            case Errno.EHOSTUNREACH -> RouteType.UNREACHABLE;
            case Errno.EACCES -> RouteType.PROHIBIT;
            case Errno.ENETUNREACH -> RouteType.NONE;
            default -> null;
        };
    }

    static RouteType type(int number) {
        return switch (number) {
            case RouteMessage.UNICAST -> RouteType.UNICAST;
            case RouteMessage.LOCAL -> RouteType.LOCAL;
            case RouteMessage.BROADCAST -> RouteType.BROADCAST;
            case RouteMessage.MULTICAST -> RouteType.MULTICAST;
            case RouteMessage.BLACKHOLE -> RouteType.BLACKHOLE;
            case RouteMessage.UNREACHABLE -> RouteType.UNREACHABLE;
            case RouteMessage.PROHIBIT -> RouteType.PROHIBIT;
            case RouteMessage.THROW -> RouteType.NONE;
            default -> RouteType.OTHER;
        };
    }
}
