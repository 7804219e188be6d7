/// The sequence diagram: client, kernel and server side by side, time running down.
package dev.lifeline.view.ladder;
