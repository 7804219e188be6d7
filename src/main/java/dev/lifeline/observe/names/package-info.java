/// The look-up as every other program on this machine sees it: the C library's codes, order and canonical name.
package dev.lifeline.observe.names;
