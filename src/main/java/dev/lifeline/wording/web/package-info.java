/// TLS and HTTP in words: their events, and the outcomes of their stages.
package dev.lifeline.wording.web;
