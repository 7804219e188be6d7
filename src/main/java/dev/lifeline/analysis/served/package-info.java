/// The connections of a server for clients of other programs, each as a whole. Pure.
package dev.lifeline.analysis.served;
