/// Verification of a chain of certificates (RFC 5280 section 6), with a result that names the cause.
package dev.lifeline.tls.trust;
