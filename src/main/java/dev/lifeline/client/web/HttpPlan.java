package dev.lifeline.client.web;

import dev.lifeline.http.HttpField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Requests of one connection, all the same.
///
/// @param method as it is sent
/// @param target in the form in which it is sent: a path with its query, `HOST:PORT` for CONNECT, a whole URL for a proxy
/// @param fields of the head but those that frame the body
/// @param body or `null`
/// @param requests how many, one after the other's answer
/// @param idle nanoseconds between an answer and the next request
public record HttpPlan(String method, String target, List<HttpField> fields, RequestBody body, int requests, long idle) {

    /// As many requests as one connection gets at most.
    public static final int MAX_REQUESTS = 10_000;

    /// The method that asks a proxy for a tunnel (RFC 9110 section 9.3.6).
    public static final String CONNECT = "CONNECT";

    public HttpPlan {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(target, "target");
        fields = List.copyOf(fields);
        if (requests < 1 || requests > MAX_REQUESTS || idle < 0) {
            throw new IllegalArgumentException("a number of requests or a wait is out of range");
        }
    }

    /// One request for a tunnel through a proxy.
    ///
    /// @param authority `HOST:PORT`
    public static HttpPlan tunnel(String authority, List<HttpField> fields) {
        return new HttpPlan(CONNECT, authority, fields, null, 1, 0);
    }

    /// The same for a server of this name, unless another Host is given already. It comes first, as RFC 9110 section 7.2 asks.
    public HttpPlan withHost(String authority) {
        if (has("Host")) {
            return this;
        }
        List<HttpField> all = new ArrayList<>(fields.size() + 1);
        all.add(new HttpField("Host", authority));
        all.addAll(fields);
        return new HttpPlan(method, target, all, body, requests, idle);
    }

    /// Says if a field is given.
    boolean has(String name) {
        for (HttpField field : fields) {
            if (field.is(name)) {
                return true;
            }
        }
        return false;
    }
}
