package dev.lifeline.play.actor;

import dev.lifeline.client.Deadlines;
import dev.lifeline.client.Exchange;
import dev.lifeline.client.web.HttpPlan;
import dev.lifeline.client.web.RequestBody;
import dev.lifeline.http.HttpField;
import dev.lifeline.model.Target;
import dev.lifeline.run.web.WebAddress;
import dev.lifeline.scenario.action.WebAction;
import dev.lifeline.text.Escapes;
import dev.lifeline.tls.TlsPlan;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/// From what a step says of TLS and HTTP to what a connection does.
final class WebExchanges {

    private WebExchanges() {
    }

    /// @param target what the client has connected to
    /// @param own the authorities of the play's servers
    static Exchange of(WebAction.Secure secure, Target target, List<X509Certificate> own) {
        TlsPlan plan = new TlsPlan(null, secure.trust() == WebAction.Trust.ANYBODY, secure.name(), secure.alpn(), null, null, null);
        return new Exchange.Secure(plan, target.host(), own, null, secure.timeout());
    }

    /// @param target what the client has connected to
    static Exchange of(WebAction.Request request, Target target) {
        List<HttpField> fields = new ArrayList<>();
        for (String text : request.fields()) {
            int colon = text.indexOf(':');
            fields.add(new HttpField(text.substring(0, colon), text.substring(colon + 1).strip()));
        }
        if (request.close()) {
            fields.add(new HttpField("Connection", "close"));
        }
        RequestBody body = body(request);
        if (request.chunked() && body != null) {
            fields.add(new HttpField("Transfer-Encoding", "chunked"));
        }
        long time = request.timeout();
        return new Exchange.Http(new HttpPlan(request.method(), request.path(), fields, body, 1, 0).withHost(WebAddress.authority(target, true)), null,
                new Deadlines(time, time, time, time, time));
    }

    private static RequestBody body(WebAction.Request request) {
        return request.body() != null ? RequestBody.of(Escapes.bytes(request.body()))
                : request.size() > 0 ? RequestBody.of(BlockingConnection.filling(request.size())) : null;
    }
}
