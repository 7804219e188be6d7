package dev.lifeline.model.loop;

import dev.lifeline.model.Labelled;

/// The parts of one turn of an event loop, in their order (as libuv and Node have them).
public enum LoopPhase implements Labelled {
    /// Things whose time has come.
    TIMERS("timers"),
    /// The wait for sockets, and the work for those that are ready.
    POLL("poll"),
    /// Things that were left for when the sockets are served.
    CHECK("check"),
    /// Connections that have ended.
    CLOSE("close"),
    /// No part of a turn: things that are done behind each piece of work, before anything else.
    BETWEEN("between");

    private final String label;

    LoopPhase(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
