/// What the kernel knows of one thread alone: its capabilities, its network namespace. Only for threads of one's own: a virtual thread would
/// change its carrier.
package dev.lifeline.linux.thread;
