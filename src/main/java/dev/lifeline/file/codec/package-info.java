/// The table of the format: one row for each kind of event, outcome, object and line ([CodecRow]), from which writer, reader and
/// the published JSON Schema come. A new kind of event is a row in the file of its group and a line in [EventRows], which the
/// compiler asks for.
package dev.lifeline.file.codec;
