/// The life of a connection in records: events, stages, failures, the finished trace and its verdict.
///
/// Everything here is immutable data without I/O. Times are nanoseconds since the origin of the trace; sizes are bytes;
/// addresses are numeric text, never names, so that reading a model never asks a resolver.
package dev.lifeline.model;
