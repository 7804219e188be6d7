/// Names of an explained error elsewhere, and where it can be seen: a table by stage and code.
package dev.lifeline.explain.naming;
