package dev.lifeline.scenario.word;

import dev.lifeline.scenario.Crowd;

/// Types of the values of parameters, and how [Args] holds them.
public enum ValueType {
    /// One line or more of text: a String.
    TEXT("a text"),
    /// Text that stands for bytes, with the escapes `\n \r \t \\ \" \xHH`: the String as it was written, its escapes checked.
    BYTES("a text for bytes; \\n, \\r, \\t, \\\\, \\\" and \\xHH are read"),
    /// Ending of a read: `end` for the end of the stream, or a text that stands for bytes, in quotes: the String as it was written.
    DELIMITER("end for the end of the stream, or the bytes in quotes, for example '\\n'"),
    /// A whole number, not negative: a Long.
    NUMBER("a whole number"),
    /// A number that may have a point, not negative: a Double.
    DECIMAL("a number, for example 2 or 1.5"),
    /// 1 to [dev.lifeline.scenario.Crowd#MOST]: a Long.
    COUNT("how many, 1 to " + Crowd.MOST),
    /// 0 to 65535: a Long.
    PORT("a port, 0 to 65535"),
    /// `4096` or `8KiB`: a Long, in bytes.
    SIZE("a size, for example 4096 or 8KiB"),
    /// `250ms`: a Long, in nanoseconds.
    TIME("a time with its unit, for example 250ms or 1s"),
    /// `2s`, where the kernel counts whole seconds: a Long, in nanoseconds.
    SECONDS("a time in whole seconds, for example 1s or 2m"),
    /// A value of the [KernelSwitch] of the parameter's name: a String, as the kernel wants it.
    SWITCH("its value"),
    /// `off`, or whole seconds, 0 included: a Long, in seconds; -1 for off.
    LINGER("off, 0 or a time in whole seconds, for example 2s"),
    /// A Boolean.
    FLAG("true or false"),
    /// A [Bound].
    BOUND("a number or its bounds, for example 3, '>= 2', 2.. or 2..5"),
    /// One of the parameter's words: a String.
    WORD("one of a few words"),
    /// Several of the parameter's words: a List of String.
    WORDS("a list of some of a few words"),
    /// A List of String.
    TEXTS("a list of texts"),
    /// Fields of HTTP, `Name: value` each (RFC 9110 section 5): a List of String.
    FIELDS("a list of fields, for example ['X-Request: 7']"),
    /// A path with its query (RFC 9112 section 3.2.1): a String.
    PATH("a path that begins with /, for example /slow?ms=50"),
    /// A numeric address: a String.
    ADDRESS("a numeric address, for example 127.0.0.1 or ::1"),
    /// Target: the name of an actor, `HOST:PORT`, or `HOST:ACTOR` for that actor's port: a String that [TargetText] takes
    /// apart.
    TARGET("an actor, HOST:PORT or HOST:ACTOR (that actor's port)"),
    /// Source: an address, `ADDRESS:PORT`, or the name of an actor whose own address and port it is: a String, for
    /// [TargetText].
    SOURCE("an address, ADDRESS:PORT, or an actor whose address and port it is"),
    /// `40000-40001`, or how many free ports next to each other: a String, for [PortsText].
    PORTS("a range such as 40000-40001, or how many free ports next to each other"),
    /// The name of an actor of this scenario; the parameter's words are the kinds that it may be of: a String.
    ACTOR("the name of an actor"),
    /// The same, or the name of a crowd: then it is about each of its members.
    ACTORS("the name of an actor or of a crowd"),
    /// The name of a crowd: a String.
    CROWD("the name of a crowd"),
    /// The label of a step: a String.
    STEP("the label of a step"),
    /// A name that is made here: a String.
    NAME("a new name: small letters, digits and hyphens, a letter first"),
    /// Something that happened once: a String that [EventText] takes apart.
    EVENT("an event, for example 'client connect finished'"),
    /// Several of those: a List of String.
    EVENTS("a list of events, for example ['client connect finished', 'peer accept started']"),
    /// A stretch of time: a String that [SpanText] takes apart.
    SPAN("a step's label, 'ACTOR STAGE', or 'EVENT .. EVENT'"),
    /// Answers by name: a Map of String to List of String.
    ANSWERS("a map from names to addresses or to what happens instead"),
    /// Another expectation: a [dev.lifeline.scenario.expectation.Nested].
    EXPECTATION("an expectation without of, for example {see: stage, stage: connect, code: TIMEOUT}");

    private final String what;

    ValueType(String what) {
        this.what = what;
    }

    /// Says what to write, for a person.
    public String what() {
        return what;
    }
}
