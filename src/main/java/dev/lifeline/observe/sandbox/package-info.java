/// Tells whether an ordinary user may have a network namespace of their own, in which packets can be seen without privileges.
package dev.lifeline.observe.sandbox;
