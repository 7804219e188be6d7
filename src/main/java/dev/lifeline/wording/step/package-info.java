/// Places words at the stops of a walk through a connection.
package dev.lifeline.wording.step;
