/// Questions of look-ups to name servers, and their answers, in words.
package dev.lifeline.wording.question;
