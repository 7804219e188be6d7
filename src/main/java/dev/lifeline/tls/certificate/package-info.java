/// Certificates that are made while the program runs: a small writer of DER, what a certificate is to say, and the folder that keeps
/// them between runs.
package dev.lifeline.tls.certificate;
