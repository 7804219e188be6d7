/// Conclusions from the packets of a trace: the flow of each connection, what is missing in it, closed windows. Pure.
package dev.lifeline.analysis.packet;
