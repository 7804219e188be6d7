/// Styled text: lines, segments and their roles, wrapped and cut to a canvas. Pure.
package dev.lifeline.view.frame;
