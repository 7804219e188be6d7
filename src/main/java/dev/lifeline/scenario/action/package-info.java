/// What actors can be told to do.
package dev.lifeline.scenario.action;
