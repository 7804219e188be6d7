/// From the text of an error, whoever wrote it, to the stage of the connection at which it was observed. Pure.
package dev.lifeline.explain;
