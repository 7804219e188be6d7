/// Counters that the kernel keeps of TCP.
package dev.lifeline.model.counter;
