package dev.lifeline.cli.option;

import dev.lifeline.cli.UsageException;
import dev.lifeline.client.web.HttpPlan;
import dev.lifeline.client.web.RequestBody;
import dev.lifeline.http.HeadWriter;
import dev.lifeline.http.HttpField;
import dev.lifeline.model.Target;
import dev.lifeline.run.TargetException;
import dev.lifeline.run.web.WebPlan;
import dev.lifeline.run.web.WebProxy;
import dev.lifeline.text.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Options for the requests of HTTP that are made once connected.
public final class WebOptions {

    private static final String ENVIRONMENT = "env";

    private String method;
    private List<String> headers = List.of();
    private String data;
    private String dataFile;
    private Integer requests;
    private Long idle;
    private boolean follow;
    private String proxy;

    public OptionList options() {
        return new OptionList()
                .text("--method", "NAME", "Method of the request (default GET; POST with a body).", name -> method = name)
                .texts("--header", "'NAME: VALUE'", "A field of the request; may be repeated. 'NAME:' leaves one out.", all -> headers = all)
                .text("--data", "TEXT", "The body of the request; escapes as in --send.", text -> data = text)
                .text("--data-file", "FILE", "The body from a file; - is standard input.", name -> dataFile = name)
                .number("--requests", "N", 3, "So many requests on one connection, one after the other.", times -> requests = times)
                .time("--idle", "Pause between them: does the server keep the connection?", time -> idle = time)
                .flag("--follow", "Follow redirects, each with a connection of its own.", on -> follow = on)
                .text("--proxy", "URL", "Through this proxy: http://HOST:PORT; env takes it from http_proxy, https_proxy, no_proxy.", url -> proxy = url);
    }

    /// Says if any of them is given, which asks for HTTP whatever the target looks like.
    public boolean given() {
        return method != null || !headers.isEmpty() || data != null || dataFile != null || requests != null || idle != null || follow;
    }

    /// Says if a proxy was named, be it by the environment.
    public boolean proxied() {
        return proxy != null;
    }

    /// Says if the body comes from standard input.
    public boolean takesInput() {
        return BytesInput.STDIN.equals(dataFile);
    }

    /// Refuses a proxy where nothing is asked for that could go through it.
    public void checkUnused() throws UsageException {
        if (proxy != null) {
            throw new UsageException("--proxy is for requests of HTTP: write a URL, http://HOST/ or https://HOST/");
        }
    }

    /// The requests that are meant.
    ///
    /// @param origin the server that they are for
    /// @param path the target of the request
    /// @param agent the value of User-Agent
    public WebPlan plan(Target origin, String path, String agent, Map<String, String> environment, BytesInput input) throws UsageException {
        if (data != null && dataFile != null) {
            throw new UsageException("--data and --data-file are both the body: leave one out");
        }
        if (requests != null && (requests < 1 || requests > HttpPlan.MAX_REQUESTS)) {
            throw new UsageException("--requests " + requests + " is outside 1 to " + HttpPlan.MAX_REQUESTS);
        }
        if (idle != null && (requests == null || requests < 2)) {
            throw new UsageException("--idle is the pause between two requests: add --requests 2");
        }
        RequestBody body = data != null ? RequestBody.of(ConversationOptions.bytes("--data", data))
                : dataFile != null ? input.body("--data-file", dataFile) : null;
        HttpPlan http = new HttpPlan(method(body), path, fields(agent), body, requests == null ? 1 : requests, idle == null ? 0 : idle);
        return new WebPlan(http, origin, proxy(origin, environment), follow);
    }

    private String method(RequestBody body) throws UsageException {
        if (method == null) {
            return body == null ? "GET" : "POST";
        }
        try {
            HeadWriter.request(method, "/", List.of());
        } catch (IllegalArgumentException e) {
            throw new UsageException("--method " + Quoted.typed(method) + " is none: write for example --method HEAD");
        }
        if (method.equals(HttpPlan.CONNECT)) {
            throw new UsageException("--method CONNECT asks a proxy for a tunnel: write an https URL, and --proxy http://HOST:PORT");
        }
        return method;
    }

    private List<HttpField> fields(String agent) throws UsageException {
        List<HttpField> fields = new ArrayList<>(List.of(new HttpField("User-Agent", agent), new HttpField("Accept", "*/*")));
        int defaults = fields.size();
        for (String header : headers) {
            int colon = header.indexOf(':');
            if (colon < 1) {
                throw new UsageException("--header " + Quoted.typed(header) + " has no colon: write --header 'NAME: VALUE'");
            }
            HttpField field = field(header.substring(0, colon), header.substring(colon + 1).strip());
            for (int i = 0; i < defaults; i++) {
                if (fields.get(i).is(field.name())) {
                    fields.remove(i);
                    defaults--;
                    i--;
                }
            }
            if (!field.value().isEmpty()) {
                fields.add(field);
            }
        }
        return fields;
    }

    private static HttpField field(String name, String value) throws UsageException {
        try {
            return new HttpField(name, value);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--header " + Quoted.typed(name + ": " + value) + ": " + e.getMessage());
        }
    }

    private WebProxy proxy(Target origin, Map<String, String> environment) throws UsageException {
        try {
            if (proxy == null) {
                return null;
            }
            if (!proxy.equals(ENVIRONMENT)) {
                return WebProxy.of(proxy);
            }
            ProxyVariables variables = new ProxyVariables(environment, origin);
            String name = variables.forScheme();
            return name == null || variables.excepted() ? null : WebProxy.of(environment.get(name));
        } catch (TargetException e) {
            throw new UsageException("--proxy: " + e.getMessage());
        }
    }
}
