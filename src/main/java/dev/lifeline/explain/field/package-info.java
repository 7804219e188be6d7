/// The fields of an error that a text has: its ends, in the shapes that programs give them, and what must not be repeated.
package dev.lifeline.explain.field;
