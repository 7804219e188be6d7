/// Texts for people, without knowing what they are about: durations, counts, numeric addresses, escapes, safe rests of foreign
/// texts, the nearest word. Pure; uses nothing but the JDK.
package dev.lifeline.text;
