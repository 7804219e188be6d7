/// The texts of verdicts as data, and the engine that chooses among them and fills them in.
package dev.lifeline.diagnosis.cause;
