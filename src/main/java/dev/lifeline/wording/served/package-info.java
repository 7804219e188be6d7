/// The connections of a server in a line each, and all of them in a sentence. Pure.
package dev.lifeline.wording.served;
