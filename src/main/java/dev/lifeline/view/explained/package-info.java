/// Screens of `trace explain`: an explained error, a log's tally, and the table of all that can be explained.
package dev.lifeline.view.explained;
