/// A trace in sentences, for screen readers, logs and `grep`.
package dev.lifeline.view.plain;
