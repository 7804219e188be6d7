package dev.lifeline.model.event;

/// The kind of an outcome: one constant for each record of [Outcome], for switch expressions without `default`.
public enum OutcomeKind { ANSWERS, ROUTE_CHOSEN, BOUND, LISTENING, CONNECTED, ACCEPTED, TAKEN, MOVED, HANDLED, SECURED, REQUESTED, RESPONDED, CLOSED }
