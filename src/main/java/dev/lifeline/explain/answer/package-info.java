/// Answers to an explained error: what it proves, what it is called elsewhere, and what to run next. Pure.
package dev.lifeline.explain.answer;
