package dev.lifeline.file;

import tools.jackson.core.io.SerializedString;
import tools.jackson.core.util.Named;

/// A field of an event, outcome, verdict or end line. A name has one type wherever it stands, so that a line can be taken in
/// before it is known what it says, in whatever order its fields come.
enum Field implements Named {
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
    OUTCOME("outcome", Type.OUTCOME),
    CODE("code", Type.TEXT),
    OPERATION("operation", Type.TEXT),
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

    KIND("kind", Type.TEXT),
    ANSWERED_BY("answeredBy", Type.TEXT),
    ADDRESSES("addresses", Type.TEXTS),
    JAVA_ORDER("javaOrder", Type.TEXTS),
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

    /// What a field holds.
    enum Type { TEXT, WHOLE, FLAG, ENDPOINT, ENDPOINTS, TEXTS, BYTES, OUTCOME }

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

    /// The place of this field in a set of 64 bits.
    long bit() {
        return 1L << ordinal();
    }
}
