/// Scenarios: what they are, the words that they are written in, the files that hold them, and whether what was expected was
/// seen.
///
/// Pure: nothing here opens a socket. Package `run` plays what stands here.
package dev.lifeline.scenario;
