/// Protocols above TCP, as their first bytes show them.
package dev.lifeline.model.protocol;
