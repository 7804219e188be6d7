/// Error texts and codes of programs and systems, in many languages, as data. Pure.
package dev.lifeline.errors;
