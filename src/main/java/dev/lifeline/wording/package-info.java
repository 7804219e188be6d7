/// Facts in words: events, outcomes, failures, sockets, packets. Views, exports and verdicts place these words. Pure.
package dev.lifeline.wording;
