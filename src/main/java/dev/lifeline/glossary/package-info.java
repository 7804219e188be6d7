/// Words of the field as this tool uses them: their texts, pictures and sources, in files by topic; and the words that a drawn screen
/// has. Pure; a command that does not ask for it loads none of it.
package dev.lifeline.glossary;
