package dev.lifeline.run.web;

import dev.lifeline.client.web.HttpPlan;
import dev.lifeline.http.HttpField;
import dev.lifeline.model.Target;
import dev.lifeline.run.TargetException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// A proxy of HTTP.
///
/// @param target where it listens
/// @param credentials the value of its field Proxy-Authorization, or `null`
public record WebProxy(Target target, String credentials) {

    private static final int USUAL_PORT = 1080;

    /// Reads `HOST:PORT`, `http://HOST:PORT` or `http://USER:PASSWORD@HOST:PORT`, as curl(1) takes them; 1080 where no port is said.
    ///
    /// @throws TargetException when it cannot be read, or needs TLS or SOCKS
    public static WebProxy of(String text) throws TargetException {
        int scheme = text.indexOf("://");
        String name = scheme < 0 ? "http" : text.substring(0, scheme).toLowerCase(java.util.Locale.ROOT);
        String rest = scheme < 0 ? text : text.substring(scheme + 3);
        int path = rest.indexOf('/');
        String authority = path < 0 ? rest : rest.substring(0, path);
        int at = authority.lastIndexOf('@');
        String host = authority.substring(at + 1);
        if (!name.equals("http")) {
            throw new TargetException("the proxy " + WebAddress.quoted(name + "://" + host) + " is not one of plain HTTP: write http://HOST:PORT");
        }
        return new WebProxy(WebAddress.target(host, USUAL_PORT), at < 0 ? null : basic(authority.substring(0, at)));
    }

    private static String basic(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(WebAddress.decoded(userInfo).getBytes(StandardCharsets.UTF_8));
    }

    List<HttpField> fields(Target origin) {
        List<HttpField> fields = new ArrayList<>(2);
        fields.add(new HttpField("Host", WebAddress.authority(origin, true)));
        if (credentials != null) {
            fields.add(new HttpField("Proxy-Authorization", credentials));
        }
        return fields;
    }

    HttpPlan asked(HttpPlan plan, Target origin) {
        List<HttpField> fields = new ArrayList<>(plan.fields());
        if (credentials != null) {
            fields.add(new HttpField("Proxy-Authorization", credentials));
        }
        return new HttpPlan(plan.method(), "http://" + WebAddress.authority(origin, false) + plan.target(), fields, plan.body(), plan.requests(),
                plan.idle());
    }
}
