/// Values of fields as texts, and the mistakes in them.
package dev.lifeline.file.codec.value;
