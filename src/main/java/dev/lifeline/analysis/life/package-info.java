/// The life that a connection had: what became of it, told apart by what programs, kernel and packets showed. Pure.
package dev.lifeline.analysis.life;
