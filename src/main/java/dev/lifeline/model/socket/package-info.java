/// Facts of a socket that events tell.
package dev.lifeline.model.socket;
