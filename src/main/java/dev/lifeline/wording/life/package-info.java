/// Lives of connections in words, for headlines. Pure.
package dev.lifeline.wording.life;
