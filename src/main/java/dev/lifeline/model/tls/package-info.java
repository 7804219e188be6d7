/// Names and numbers of TLS (RFC 8446).
package dev.lifeline.model.tls;
