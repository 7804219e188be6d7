package dev.lifeline.run.web;

import dev.lifeline.client.web.HttpPlan;
import dev.lifeline.model.Target;
import java.util.Objects;

/// The part of a plan that is HTTP.
///
/// @param http the requests
/// @param origin the server that they are for, which is not where the connection goes to when that is a proxy
/// @param proxy the proxy that the connection goes to, or `null`
/// @param follow whether redirects are followed, each with a connection of its own
public record WebPlan(HttpPlan http, Target origin, WebProxy proxy, boolean follow) {

    public WebPlan {
        Objects.requireNonNull(http, "http");
        Objects.requireNonNull(origin, "origin");
    }

    /// Where the connection goes: to the proxy, if there is one.
    public Target destination() {
        return proxy == null ? origin : proxy.target();
    }

    /// The request for a tunnel that comes before all else; `null` where none is needed.
    public HttpPlan tunnel() {
        return proxy == null || !origin.scheme().secured() ? null : HttpPlan.tunnel(WebAddress.authority(origin, true), proxy.fields(origin));
    }

    /// The same for a server of our own that took any port, and listens now.
    public WebPlan on(int port) {
        return origin.port() != 0 ? this : new WebPlan(http, origin.port(port), proxy, follow);
    }

    /// The requests as they are sent: a proxy that is no tunnel gets whole URLs (RFC 9112 section 3.2.2).
    public HttpPlan requests() {
        HttpPlan all = http.withHost(WebAddress.authority(origin, false));
        return proxy == null || origin.scheme().secured() ? all : proxy.asked(all, origin);
    }
}
