package dev.lifeline.server.web;

import dev.lifeline.record.LaneRecorder;
import dev.lifeline.server.LoopWork;

/// A request that is whole, on its way to an answer. For the loop's thread.
final class ServedExchange {

    private final HttpConversation conversation;
    private final Request request;
    private final BodySink body;
    private final String id;
    private boolean answered;

    ServedExchange(HttpConversation conversation, Request request, BodySink body, String id) {
        this.conversation = conversation;
        this.request = request;
        this.body = body;
        this.id = id;
    }

    Request request() {
        return request;
    }

    BodySink body() {
        return body;
    }

    /// The name of the request, by which it is found again in a log.
    String id() {
        return id;
    }

    /// Tells of what happens to it.
    WebLog log() {
        return conversation.log();
    }

    /// The server, with all that its connections share.
    WebServer server() {
        return conversation.server();
    }

    LoopWork loop() {
        return conversation.loop();
    }

    /// Says if it has its answer.
    boolean isAnswered() {
        return answered;
    }

    /// Answers; only once, what comes later is dropped.
    void answer(Reply answer) {
        if (!answered) {
            answered = true;
            conversation.answered(answer);
        }
    }

    /// Has something done on the loop after a time; nothing waits for that but the request.
    void later(long nanos, Runnable task) {
        conversation.later(nanos, () -> RequestId.with(id, task));
    }

    /// The server's lane, with the number of the connection.
    LaneRecorder who() {
        return conversation.who();
    }

    /// Answers from work that was left for later.
    void answerLater(Reply answer) {
        answer(answer);
        conversation.answeredLater();
    }

    /// Has the answer made by a worker.
    void onWorker(Workers.Job job) {
        conversation.onWorker(job);
    }
}
