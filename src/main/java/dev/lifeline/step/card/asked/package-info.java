/// Cards of questions: what is asked, what came of an answer, and the summary of a walk.
package dev.lifeline.step.card.asked;
