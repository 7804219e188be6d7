/// The secrets of our own connections, written down for Wireshark and others: only where a person asks for it.
package dev.lifeline.tls.keylog;
