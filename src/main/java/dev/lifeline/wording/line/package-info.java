/// Each stage in the words of one line: no figure that is not needed to know what happened. Pure.
package dev.lifeline.wording.line;
