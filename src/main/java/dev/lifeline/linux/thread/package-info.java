/// Properties that the kernel keeps of one thread alone: capabilities, network namespace. Only for threads of one's own: a virtual thread would
/// change its carrier.
package dev.lifeline.linux.thread;
