/// The look-up of a name whose families are asked for apart (RFC 8305 section 3).
package dev.lifeline.client.apart;
