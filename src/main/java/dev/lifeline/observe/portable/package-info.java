/// Evidence that every operating system gives to an ordinary Java program: no native call, no privilege.
package dev.lifeline.observe.portable;
