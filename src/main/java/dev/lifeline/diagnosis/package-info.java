/// The verdict on a trace: the failure that decides, what it proves, what it does not, and what to run next.
///
/// Everything here is a pure function of a [dev.lifeline.model.Trace]: no socket, no clock, no locale, any thread. What holds is
/// decided by code; every sentence is data, in the files of [dev.lifeline.diagnosis.texts].
package dev.lifeline.diagnosis;
