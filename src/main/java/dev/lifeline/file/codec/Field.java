package dev.lifeline.file.codec;

import tools.jackson.core.io.SerializedString;
import tools.jackson.core.util.Named;

/// A field of an event, of an object in one, of a verdict or an end line. A name has one type wherever it stands, so that a line
/// can be taken in before it is known what it says, in whatever order its fields come.
public enum Field implements Named {
    TYPE("type", Type.TEXT),
    SEQ("seq", Type.WHOLE),
    AT_NANOS("atNanos", Type.WHOLE),
    LANE("lane", Type.TEXT),
    EVIDENCE("evidence", Type.TEXT),
    CONNECTION("connection", Type.WHOLE),
    ATTEMPT("attempt", Type.WHOLE),
    EVENT("event", Type.TEXT),

    STAGE("stage", Type.TEXT),
    STARTED("started", Type.WHOLE),
    LOCAL("local", Type.ENDPOINT),
    REMOTE("remote", Type.ENDPOINT),
    OUTCOME("outcome", Type.OBJECT),
    CODE("code", Type.TEXT),
    OPERATION("operation", Type.TEXT),
    EAI("eai", Type.TEXT),
    MESSAGE("message", Type.TEXT),
    REASON("reason", Type.TEXT),
    BYTES("bytes", Type.BYTES),
    OFFERED_BYTES("offeredBytes", Type.WHOLE),
    TAKEN_BYTES("takenBytes", Type.WHOLE),
    PURPOSE("purpose", Type.TEXT),
    INTEREST("interest", Type.TEXT),
    WAKE_UP("wakeUp", Type.WHOLE),
    READY_KEYS("readyKeys", Type.WHOLE),
    ACCEPTED("accepted", Type.WHOLE),
    PERSONALITY("personality", Type.TEXT),
    CANDIDATES("candidates", Type.ENDPOINTS),
    CANDIDATE("candidate", Type.ENDPOINT),
    BEFORE("before", Type.TEXT),
    EXPECTED("expected", Type.TEXT),
    HELD("held", Type.FLAG),
    OBSERVED("observed", Type.TEXT),
    COUNT("count", Type.WHOLE),
    SIGNAL("signal", Type.TEXT),
    TEXT("text", Type.TEXT),

    END("end", Type.TEXT),
    OCCASION("occasion", Type.TEXT),
    CAUSE("cause", Type.WHOLE),
    LAST_STATE("lastState", Type.TEXT),
    QUEUED("queued", Type.WHOLE),
    COUNTER("counter", Type.TEXT),
    RISEN_BY("risenBy", Type.WHOLE),
    PROMISED("promised", Type.TEXT),
    ACTUAL("actual", Type.ENDPOINT),
    DESCRIPTOR("descriptor", Type.WHOLE),
    INODE("inode", Type.WHOLE),
    OFFENDER("offender", Type.TEXT),
    ICMP_TYPE("icmpType", Type.WHOLE),
    ICMP_CODE("icmpCode", Type.WHOLE),
    MEANING("meaning", Type.TEXT),
    EVIDENCE_SOURCE("evidenceSource", Type.TEXT),
    STEP_NANOS("stepNanos", Type.WHOLE),
    FROM("from", Type.TEXT),
    FLAGS("flags", Type.TEXT),
    SEQUENCE("sequence", Type.WHOLE),
    ACKNOWLEDGEMENT("acknowledgement", Type.WHOLE),
    PAYLOAD_BYTES("payloadBytes", Type.WHOLE),
    WINDOW_BYTES("windowBytes", Type.WHOLE),
    AGAIN("again", Type.FLAG),

    SOCKET("socket", Type.OBJECT),
    STATE("state", Type.TEXT),
    COOKIE("cookie", Type.WHOLE),
    RECEIVE_QUEUE("receiveQueue", Type.WHOLE),
    SEND_QUEUE("sendQueue", Type.WHOLE),
    TIMER("timer", Type.TEXT),
    EXPIRES_MILLIS("expiresMillis", Type.WHOLE),
    RETRANSMITS("retransmits", Type.WHOLE),
    CONGESTION("congestion", Type.TEXT),

    MEMORY("memory", Type.OBJECT),
    RECEIVE_USED_BYTES("receiveUsedBytes", Type.WHOLE),
    RECEIVE_LIMIT_BYTES("receiveLimitBytes", Type.WHOLE),
    SEND_USED_BYTES("sendUsedBytes", Type.WHOLE),
    SEND_LIMIT_BYTES("sendLimitBytes", Type.WHOLE),
    SEND_QUEUED_BYTES("sendQueuedBytes", Type.WHOLE),
    BACKLOG_BYTES("backlogBytes", Type.WHOLE),
    DROPS("drops", Type.WHOLE),

    TCP_INFO("tcpInfo", Type.OBJECT),
    RAW("raw", Type.TEXT),
    RTO_MICROS("rtoMicros", Type.WHOLE),
    RTT_MICROS("rttMicros", Type.WHOLE),
    RTTVAR_MICROS("rttvarMicros", Type.WHOLE),
    MIN_RTT_MICROS("minRttMicros", Type.WHOLE),
    SEND_MSS_BYTES("sendMssBytes", Type.WHOLE),
    RECEIVE_MSS_BYTES("receiveMssBytes", Type.WHOLE),
    PMTU_BYTES("pmtuBytes", Type.WHOLE),
    CONGESTION_WINDOW_SEGMENTS("congestionWindowSegments", Type.WHOLE),
    UNACKED_SEGMENTS("unackedSegments", Type.WHOLE),
    SACKED_SEGMENTS("sackedSegments", Type.WHOLE),
    LOST_SEGMENTS("lostSegments", Type.WHOLE),
    TOTAL_RETRANSMITS("totalRetransmits", Type.WHOLE),
    PROBES("probes", Type.WHOLE),
    ACKED_BYTES("ackedBytes", Type.WHOLE),
    RECEIVED_BYTES("receivedBytes", Type.WHOLE),
    SEGMENTS_OUT("segmentsOut", Type.WHOLE),
    SEGMENTS_IN("segmentsIn", Type.WHOLE),
    NOT_SENT_BYTES("notSentBytes", Type.WHOLE),
    DELIVERY_RATE("deliveryRateBytesPerSecond", Type.WHOLE),
    BUSY_MICROS("busyMicros", Type.WHOLE),
    RECEIVE_WINDOW_LIMITED_MICROS("receiveWindowLimitedMicros", Type.WHOLE),
    SEND_BUFFER_LIMITED_MICROS("sendBufferLimitedMicros", Type.WHOLE),
    SEND_WINDOW_BYTES("sendWindowBytes", Type.WHOLE),
    RECEIVE_WINDOW_BYTES("receiveWindowBytes", Type.WHOLE),

    ROUTE("route", Type.OBJECT),
    GATEWAY("gateway", Type.TEXT),
    PREFERRED_SOURCE("preferredSource", Type.TEXT),
    REFUSED_SOURCE("refusedSource", Type.TEXT),
    TABLE("table", Type.WHOLE),

    SYN("syn", Type.OBJECT),
    TTL("ttl", Type.WHOLE),
    MSS_BYTES("mssBytes", Type.WHOLE),
    WINDOW_SCALE("windowScale", Type.WHOLE),
    SACK_PERMITTED("sackPermitted", Type.FLAG),
    TIMESTAMPS("timestamps", Type.FLAG),

    CAPTURED("captured", Type.OBJECT),
    DATA("data", Type.TEXT),
    LENGTH_BYTES("lengthBytes", Type.WHOLE),
    OUTGOING("outgoing", Type.FLAG),
    UNCERTAINTY_NANOS("uncertaintyNanos", Type.WHOLE),

    KIND("kind", Type.TEXT),
    ANSWERED_BY("answeredBy", Type.TEXT),
    ADDRESSES("addresses", Type.TEXTS),
    JAVA_ORDER("javaOrder", Type.TEXTS),
    CANONICAL("canonical", Type.TEXT),
    DESTINATION("destination", Type.ENDPOINT),
    SOURCE("source", Type.ENDPOINT),
    DEVICE("device", Type.TEXT),
    MTU_BYTES("mtuBytes", Type.WHOLE),
    BACKLOG("backlog", Type.WHOLE),
    POSITION("position", Type.WHOLE),
    CHUNKS("chunks", Type.WHOLE),
    ENDING("ending", Type.TEXT),
    HOW("how", Type.TEXT),
    FIRST("first", Type.TEXT),
    READ_BYTES("readBytes", Type.WHOLE),
    WRITTEN_BYTES("writtenBytes", Type.WHOLE),

    RESULT("result", Type.TEXT),
    HAPPENED("happened", Type.TEXT),
    PROVED("proved", Type.TEXT),
    NOT_PROVED("notProved", Type.TEXT),
    NEXT("next", Type.TEXT),
    EVENTS("events", Type.WHOLE),
    WALL_NANOS("wallNanos", Type.WHOLE);

    /// What a field holds; an OBJECT has fields of its own.
    enum Type { TEXT, WHOLE, FLAG, ENDPOINT, ENDPOINTS, TEXTS, BYTES, OBJECT }

    private final SerializedString label;
    private final Type type;

    Field(String label, Type type) {
        this.label = new SerializedString(label);
        this.type = type;
    }

    /// The name as it stands in the file, ready to be written.
    SerializedString label() {
        return label;
    }

    @Override
    public String getName() {
        return label.getValue();
    }

    Type type() {
        return type;
    }
}
