/// How each fact is written down in a recording, and read again.
package dev.lifeline.file.codec;
