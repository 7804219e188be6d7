package dev.lifeline.diagnosis.texts;

/// Says of each condition whether it holds.
public interface Conditions {

    boolean hold(Condition condition);
}
