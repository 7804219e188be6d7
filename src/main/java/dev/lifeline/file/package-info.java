/// Recordings: one JSON object a line (NDJSON), format version 2, written as a trace happens and read back later.
///
/// The first line is the header, then come the events in order of arrival, then the verdict and the end. The JSON Schema of a
/// line is the resource `trace-recording-v2.schema.json` beside this package; version 1 has its own, and is still read. Within a
/// version, fields and kinds may be added. Readers pass over fields that they do not know, and refuse kinds that they do not know,
/// since what follows from a trace would be wrong without them. Another meaning of a field, or one fewer, is a new version.
///
/// Threads: nothing here is safe for use by several threads at once, and nothing here starts one.
package dev.lifeline.file;
