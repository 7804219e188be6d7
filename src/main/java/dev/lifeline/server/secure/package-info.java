/// TLS of the server: certificates made at run time, and faults by name.
package dev.lifeline.server.secure;
