/// Words of plays and of walks: how a step ended, what is asked, which fault is added.
package dev.lifeline.model.walk;
