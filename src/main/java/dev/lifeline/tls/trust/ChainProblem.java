package dev.lifeline.tls.trust;

import dev.lifeline.model.ErrorCode;

/// The first thing that is wrong with a chain.
///
/// @param code the cause
/// @param detail which certificate, and why, for a person
record ChainProblem(ErrorCode code, String detail) {
}
