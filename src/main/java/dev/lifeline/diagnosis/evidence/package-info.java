/// Evidence of the kernel and the wire for a verdict. Pure.
package dev.lifeline.diagnosis.evidence;
