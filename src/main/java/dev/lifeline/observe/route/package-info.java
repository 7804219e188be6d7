/// The kernel's own answer to which way it takes to a destination, beside what the traced client found out.
package dev.lifeline.observe.route;
