package dev.lifeline.run.web;

import dev.lifeline.client.web.HttpPlan;
import dev.lifeline.client.web.WebAnswer;
import dev.lifeline.http.FieldText;
import dev.lifeline.http.HttpField;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Failure;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Target;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.run.TargetException;
import java.util.ArrayList;
import java.util.List;

/// Redirects: they are named, and where it is asked for followed, with a connection for each.
public final class Redirects {

    /// Redirects that are followed at most, as browsers and curl have such a bound.
    public static final int MOST = 10;

    private Redirects() {
    }

    /// The plan of the next connection, or `null` where the answer is the last. Records where it leads; that it is not followed, where it
    /// should be, is a failure.
    ///
    /// @param answer the last answer, or `null`
    /// @param followed how many redirects led here
    public static WebPlan next(WebPlan plan, WebAnswer answer, int followed, LaneRecorder client) {
        if (answer == null || !answer.redirects()) {
            return null;
        }
        WebAddress to;
        try {
            to = new WebAddress(plan.origin(), plan.http().target()).resolve(answer.location());
        } catch (TargetException e) {
            return plan.follow() ? refuse(e.getMessage(), client) : null;
        }
        if (!plan.follow()) {
            client.mark(new RunEvent.Remark("The answer leads to " + to.text() + "; --follow goes there."));
            return null;
        }
        if (followed == MOST) {
            return refuse(MOST + " redirects led here, and the answer leads on, to " + to.text(), client);
        }
        if (plan.origin().scheme().secured() && !to.target().scheme().secured()) {
            return refuse("the answer leads from https to http, where anyone can read it: " + to.text(), client);
        }
        client.mark(new RunEvent.Remark("Followed to " + to.text() + "."));
        return new WebPlan(request(plan, answer.status(), to), to.target(), plan.proxy(), true);
    }

    private static WebPlan refuse(String why, LaneRecorder client) {
        client.failed(Stage.PROTOCOL, client.started(Stage.PROTOCOL, null, null),
                new Failure(ErrorCode.REDIRECT_REFUSED, Operation.READ, null, null, why));
        return null;
    }

    /// The request again, as browsers send it: 303 asks with GET, and so do 301 and 302 after a POST (RFC 9110 section 15.4). Secrets
    /// are for the server that they were meant for.
    private static HttpPlan request(WebPlan plan, int status, WebAddress to) {
        HttpPlan before = plan.http();
        boolean get = status == 303 && !before.method().equals("HEAD") || status < 303 && before.method().equals("POST");
        boolean same = same(plan.origin(), to.target());
        List<HttpField> fields = new ArrayList<>(before.fields().size());
        for (HttpField field : before.fields()) {
            if ((same || !field.is("Host")) && (same || !FieldText.isSecret(field.name())) && !(get && framesBody(field))) {
                fields.add(field);
            }
        }
        return new HttpPlan(get ? "GET" : before.method(), to.path(), fields, get ? null : before.body(), before.requests(), before.idle());
    }

    private static boolean same(Target one, Target other) {
        return one.port() == other.port() && one.scheme() == other.scheme() && one.host().equalsIgnoreCase(other.host());
    }

    private static boolean framesBody(HttpField field) {
        return field.is("Content-Type") || field.is("Content-Length") || field.is("Transfer-Encoding") || field.is("Expect");
    }
}
