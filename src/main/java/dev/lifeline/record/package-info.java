/// Turns what happens into events: the clock, the bounded recorder, the stage runner and the gates that hold a lane.
///
/// Any thread may record. An event is stamped first and then stored under a short lock, so a time stamp never contains the
/// wait for the lock; the order by time is restored when the trace is read.
package dev.lifeline.record;
