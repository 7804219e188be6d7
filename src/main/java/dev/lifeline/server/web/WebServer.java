package dev.lifeline.server.web;

import dev.lifeline.server.LoopConnection;
import dev.lifeline.server.Responder;
import java.nio.ByteBuffer;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A server of HTTP/1.1: what all of its connections share. For the loop's thread.
public final class WebServer implements Responder {

    private static final DateTimeFormatter IMF_FIXDATE = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final WebSettings options;
    private final HeldBytes held = new HeldBytes();
    private final Workers workers;
    private final ByteBuffer scratch = ByteBuffer.allocate(16 * 1024);
    private long requests;
    private long dateSecond;
    private String date;

    public WebServer(WebSettings options) {
        this.options = options;
        this.workers = options.workers() == 0 ? null : new Workers(options.workers());
    }

    @Override
    public Responder on(LoopConnection connection) {
        return new HttpConversation(this, connection);
    }

    @Override
    public boolean tellsStages() {
        return true;
    }

    @Override
    public void over() {
        if (workers != null) {
            workers.close();
        }
    }

    WebSettings options() {
        return options;
    }

    HeldBytes held() {
        return held;
    }

    /// The threads that work for handlers, or `null`.
    Workers workers() {
        return workers;
    }

    /// The id of the next request.
    String nextId() {
        return "r".concat(Long.toString(++requests));
    }

    /// A buffer that is free between two calls, cleared.
    ByteBuffer scratch() {
        return scratch.clear();
    }

    /// The time as a field says it (RFC 9110 section 5.6.7); made once a second.
    String date() {
        long second = System.currentTimeMillis() / 1_000;
        if (second != dateSecond) {
            dateSecond = second;
            date = IMF_FIXDATE.format(ZonedDateTime.now(ZoneOffset.UTC));
        }
        return date;
    }
}
