/// Draws a trace as frames of styled text: waterfall, ladder, plain sentences, tables. Pure: no terminal, no socket, no clock.
///
/// A [View] gets a whole trace and a [Canvas] and gives a [Frame]. Styles are roles, never colours; what a role looks like is
/// decided once, in package `terminal`. Every text that came from outside goes through [Printable#ascii] before it is measured.
package dev.lifeline.view;
