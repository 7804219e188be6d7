package dev.lifeline.scenario.predict;

import java.util.Objects;

/// An answer that can be chosen.
///
/// @param id what reports and other programs call it
/// @param say the answer, as a person would say it
/// @param because why it is so; of a wrong one, why it tempts and what it overlooks
/// @param right whether it is what happens
/// @param belief what somebody believes who chooses it; `null` where it stands for none of the known ones
/// @param proof of a wrong one, what would be seen if it were so; empty where that is not said
public record Option(String id, String say, String because, boolean right, Belief belief, Proof proof) {

    public Option {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(say, "say");
        Objects.requireNonNull(because, "because");
        Objects.requireNonNull(proof, "proof");
    }
}
