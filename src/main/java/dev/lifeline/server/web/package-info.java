/// HTTP/1.1 on the event loop: a conversation a connection, with its clocks, its chain of steps, its routes, and faults by name.
package dev.lifeline.server.web;
