/// The answer to what a person asked: the last lines of every view. Pure.
package dev.lifeline.view.answer;
