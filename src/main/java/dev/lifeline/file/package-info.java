/// Recordings: one JSON object a line (NDJSON), format version 1, written as a trace happens and read back later.
///
/// The first line is the header, then come the events in order of arrival, then the verdict and the end. The JSON Schema of a
/// line is the resource `trace-recording-v1.schema.json` beside this package. Within version 1, fields may be added and readers
/// ignore those that they do not know; a new kind of event or outcome, or another meaning of a field, is a new version.
///
/// Threads: nothing here is safe for use by several threads at once, and nothing here starts one.
package dev.lifeline.file;
