package dev.lifeline.client.web;

import dev.lifeline.client.ConnectedSocket;
import dev.lifeline.client.Deadline;
import dev.lifeline.http.FieldText;
import dev.lifeline.http.HeadWriter;
import dev.lifeline.http.HttpField;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.HttpEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.http.BodyFraming;
import dev.lifeline.record.LaneRecorder;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;

/// Writes one request. An answer that comes before it is whole ends it (RFC 9112 section 9.5): what is left of the body is not sent.
final class RequestSender {

    /// The length from which on a server is asked first if it wants the body (RFC 9110 section 10.1.1), as curl(1) does.
    static final long ASKED_FIRST = 1 << 20;

    /// The wait for 100, after which the body is sent all the same: many servers do not know of it.
    private static final long CONTINUE_NANOS = 1_000_000_000;

    /// While nothing can be written, the answer is looked for this often.
    private static final long LOOK_NANOS = 50_000_000;

    private final HttpPlan plan;
    private final ConnectedSocket link;
    private final LaneRecorder recorder;
    private final AnswerReader answer;
    private final Deadline deadline;
    private Bytes early = new Bytes(0, "", false);
    private long written;

    /// @param nanos the time for all of it
    RequestSender(HttpPlan plan, ConnectedSocket link, LaneRecorder recorder, AnswerReader answer, long nanos) {
        this.plan = plan;
        this.link = link;
        this.recorder = recorder;
        this.answer = answer;
        this.deadline = Deadline.in(nanos);
    }

    /// Writes it.
    ///
    /// @throws IOException when a call failed before any answer had come
    Outcome.Requested send() throws IOException, InterruptedException {
        List<HttpField> fields = fields();
        if (write(ByteBuffer.wrap(HeadWriter.request(plan.method(), plan.target(), fields)))) {
            recordHead(fields);
            if (plan.body() != null && isWanted(fields)) {
                sendBody();
            }
        }
        return new Outcome.Requested(FieldText.cut(plan.method()), FieldText.cut(plan.target()), written);
    }

    /// The bytes of an answer that came before the request was whole, as far as the last read brought them.
    Bytes early() {
        return early;
    }

    /// Those of the plan, which say it where they frame the body: a person may want to see what a wrong one does.
    private List<HttpField> fields() {
        List<HttpField> all = new ArrayList<>(plan.fields());
        if (plan.body() != null) {
            if (!plan.has("Content-Length") && !plan.has("Transfer-Encoding")) {
                all.add(new HttpField("Content-Length", Long.toString(plan.body().length())));
            }
            if (plan.body().length() > ASKED_FIRST && !plan.has("Expect")) {
                all.add(new HttpField("Expect", "100-continue"));
            }
        }
        return all;
    }

    private void recordHead(List<HttpField> fields) {
        String first = plan.method() + " " + plan.target() + " HTTP/1.1";
        recorder.mark(new HttpEvent.RequestLine(FieldText.cut(plan.method()), FieldText.cut(plan.target()), "HTTP/1.1"));
        long offset = first.length() + 2;
        for (int i = 0; i < fields.size(); i++) {
            HttpField field = fields.get(i);
            if (i < FieldText.MOST_FIELDS) {
                recorder.mark(FieldText.event(field.name(), field.value(), offset, false));
            }
            offset += field.name().length() + field.value().length() + 4;
        }
        recorder.mark(new HttpEvent.HeadEnded(fields.size(), offset + 2));
    }

    /// Waits for 100 where the head says so; another answer, or none in time, decides too.
    private boolean isWanted(List<HttpField> fields) throws IOException, InterruptedException {
        boolean asks = false;
        for (HttpField field : fields) {
            asks |= field.is("Expect") && field.value().equalsIgnoreCase("100-continue");
        }
        if (!asks) {
            return true;
        }
        Deadline patience = Deadline.in(CONTINUE_NANOS).earlier(deadline);
        while (!answer.parser().isContinued() && !answer.hasBegun() && !link.ended()) {
            if (!look() && !link.awaitReadable(patience)) {
                return true;
            }
        }
        return answer.parser().isContinued();
    }

    private void sendBody() throws IOException, InterruptedException {
        boolean chunked = plan.has("Transfer-Encoding");
        recorder.mark(new HttpEvent.BodyBegan(chunked ? BodyFraming.CHUNKED : BodyFraming.LENGTH, chunked ? -1 : plan.body().length()));
        ByteBuffer buffer = ByteBuffer.allocate(ConnectedSocket.BUFFER_BYTES);
        long sent = 0;
        try (ReadableByteChannel body = plan.body().open()) {
            while (body.read(buffer.clear()) >= 0) {
                buffer.flip();
                sent += buffer.remaining();
                if (!write(chunked ? chunk(buffer) : buffer)) {
                    return;
                }
            }
        }
        if (chunked && !write(chunk(buffer.clear().limit(0)))) {
            return;
        }
        recorder.mark(new HttpEvent.BodyEnded(sent));
    }

    /// One chunk; the last one where there are no bytes.
    private ByteBuffer chunk(ByteBuffer bytes) {
        recorder.mark(new HttpEvent.ChunkBegan(bytes.remaining()));
        byte[] size = HeadWriter.chunk(bytes.remaining());
        byte[] end = HeadWriter.lineEnd();
        return ByteBuffer.allocate(size.length + bytes.remaining() + end.length).put(size).put(bytes).put(end).flip();
    }

    /// Writes all of these bytes, unless an answer comes first.
    ///
    /// @return whether all were taken
    private boolean write(ByteBuffer bytes) throws IOException, InterruptedException {
        try {
            while (bytes.hasRemaining()) {
                int taken = link.write(bytes);
                written += taken;
                if (taken == 0) {
                    look();
                    if (answer.hasBegun()) {
                        return false;
                    }
                    if (!link.awaitWritable(Deadline.in(LOOK_NANOS).earlier(deadline)) && deadline.passed()) {
                        throw deadline.exception();
                    }
                }
            }
            return true;
        } catch (IOException e) {
            if (link.isOpen() && answeredAllTheSame()) {
                return false;
            }
            throw e;
        }
    }

    /// Looks for an answer after a write failed: a server that refuses a body may have sent one before it closed.
    private boolean answeredAllTheSame() throws InterruptedException {
        try {
            while (!answer.hasBegun() && look()) {
                continue;
            }
        } catch (IOException e) {
            // The write's own error is the news.
        }
        return answer.hasBegun();
    }

    /// Reads what is there, without waiting.
    ///
    /// @return whether anything was
    private boolean look() throws IOException, InterruptedException {
        if (link.ended()) {
            return false;
        }
        int count = link.read(ConnectedSocket.BUFFER_BYTES);
        if (count == 0) {
            return false;
        }
        link.recordRead();
        if (count > 0) {
            early = Bytes.of(link.chunk());
            answer.feed(link.chunk());
        } else if (!answer.hasBegun() && plan.body() == null) {
            throw new EOFException("the peer ended its stream before the request was written");
        }
        return count > 0;
    }
}
