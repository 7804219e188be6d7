/// What the kernel and the wire add to a verdict. Pure.
package dev.lifeline.diagnosis.evidence;
