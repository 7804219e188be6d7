package dev.lifeline.http;

import dev.lifeline.model.http.BodyFraming;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes down what a parser tells, a line a call; parts of a body that follow each other are one.
final class Heard implements HttpListener {

    final List<String> lines = new ArrayList<>();
    Malformed malformed;
    private final StringBuilder body = new StringBuilder();

    /// All that a parser tells of these bytes, given at once.
    static Heard ofRequest(String bytes) {
        Heard heard = new Heard();
        HttpParser.ofRequests(HttpLimits.OF_SERVER, heard).feed(buffer(bytes));
        return heard.flush();
    }

    static Heard ofAnswer(String toMethod, String bytes) {
        Heard heard = new Heard();
        HttpParser parser = HttpParser.ofAnswers(HttpLimits.OF_CLIENT, heard);
        parser.nextAnswer(toMethod);
        parser.feed(buffer(bytes));
        parser.end();
        return heard.flush();
    }

    static ByteBuffer buffer(String bytes) {
        return ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    String text() {
        return String.join("\n", flush().lines);
    }

    Heard flush() {
        if (!body.isEmpty()) {
            lines.add("part \"" + body + "\"");
            body.setLength(0);
        }
        return this;
    }

    private void add(String line) {
        flush();
        lines.add(line);
    }

    @Override
    public void requestLine(String method, String target, String version) {
        add(method + " " + target + " " + version);
    }

    @Override
    public void statusLine(int status, String reason, String version) {
        add(version + " " + status + " \"" + reason + "\"");
    }

    @Override
    public void field(String name, String value, long offset, boolean trailer) {
        add((trailer ? "trailer " : "field ") + name + "=\"" + value + "\" at " + offset);
    }

    @Override
    public void headEnded(int fields, long bytes) {
        add("head of " + fields + ", " + bytes + " B");
    }

    @Override
    public void bodyBegan(BodyFraming framing, long length) {
        add("body " + framing.label() + " " + length);
    }

    @Override
    public void bodyPart(ByteBuffer part) {
        body.append(StandardCharsets.ISO_8859_1.decode(part.duplicate()));
    }

    @Override
    public void chunkBegan(long size) {
        add("chunk " + size);
    }

    @Override
    public void bodyEnded(long bytes) {
        add("body ended, " + bytes + " B");
    }

    @Override
    public void messageEnded() {
        add("whole");
    }

    @Override
    public void malformed(Malformed what) {
        malformed = what;
        add("malformed at " + what.offset() + ": " + what.problem() + ", expected " + what.expected() + ", found " + what.found());
    }
}
