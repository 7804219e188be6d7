/// HTTP/1.1 as RFC 9110 and RFC 9112 have it: an incremental, strict and bounded parser, and the writer of heads. Pure: bytes in, parts
/// out; who reads, waits and records stands elsewhere.
package dev.lifeline.http;
