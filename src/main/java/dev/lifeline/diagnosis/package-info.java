/// What a trace amounts to: the failure that decides, what it proves, what it does not, and what to run next.
///
/// Everything here is a pure function of a [dev.lifeline.model.Trace]: no socket, no clock, no locale, any thread. The texts
/// about failures are data (`causes.txt`), read the first time that something went wrong, so that a run that went well does
/// not pay for them.
package dev.lifeline.diagnosis;
