package dev.lifeline.client;

import dev.lifeline.client.web.HttpPlan;
import dev.lifeline.client.web.RequestBody;
import dev.lifeline.http.HttpField;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.HttpEvent;
import dev.lifeline.model.event.Outcome;
import java.io.IOException;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.List;

/// What the tests of HTTP share: requests, and peers that answer with bytes of their own.
abstract class WebFixture extends ConversationFixture {

    static final List<HttpField> FIELDS = List.of(new HttpField("Host", "h"), new HttpField("Accept", "*/*"));
    static final HttpPlan GET = new HttpPlan("GET", "/", FIELDS, null, 1, 0);
    static final Exchange CLOSE = new Exchange.Close(Exchange.Way.ORDERLY, 10 * SECOND);

    static HttpPlan posting(byte[] body, HttpField... more) {
        List<HttpField> fields = new java.util.ArrayList<>(FIELDS);
        fields.addAll(List.of(more));
        return new HttpPlan("POST", "/", fields, RequestBody.of(body), 1, 0);
    }

    static HttpPlan times(int requests, long idle) {
        return new HttpPlan("GET", "/", FIELDS, null, requests, idle);
    }

    /// A peer that reads a head and then sends these bytes, all at once, and ends its stream.
    static Peer.Part answering(String bytes) {
        return socket -> {
            readHead(socket);
            socket.getOutputStream().write(bytes(bytes));
            socket.shutdownOutput();
            Peer.drain(socket);
        };
    }

    /// Reads up to the empty line; bytes behind it stay unread.
    static String readHead(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = socket.getInputStream().read();
            if (octet < 0) {
                throw new IOException("the client's stream ended within its head: " + head);
            }
            head.append((char) octet);
        }
        return head.toString();
    }

    Conversation.Result get(String answer) throws Exception {
        return ask(answering(answer), GET);
    }

    Conversation.Result ask(Peer.Part part, HttpPlan plan) throws Exception {
        return ask(part, plan, null, PATIENT);
    }

    Conversation.Result ask(Peer.Part part, HttpPlan plan, String expected, Deadlines deadlines) throws Exception {
        try (Peer peer = new Peer(part); SocketChannel channel = peer.connect()) {
            return new Conversation(trace.runner).hold(channel,
                    List.of(new Exchange.Http(plan, expected == null ? null : bytes(expected), deadlines), CLOSE));
        }
    }

    Outcome.Responded responded() {
        return (Outcome.Responded) trace.outcome(Stage.RESPONSE);
    }

    Outcome.Requested requested() {
        return (Outcome.Requested) trace.outcome(Stage.REQUEST);
    }

    /// The parts of messages, in their order.
    List<EventBody> parts() {
        return trace.events().stream().map(event -> event.body()).filter(HttpEvent.class::isInstance).toList();
    }

    String message(Stage stage) {
        return trace.failure(stage).message();
    }
}
