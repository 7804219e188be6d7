/// TLS and HTTP: the facts of a connection that several events tell together.
package dev.lifeline.analysis.web;
