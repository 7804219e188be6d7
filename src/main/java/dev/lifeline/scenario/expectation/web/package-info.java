/// Expectations of what stands above the bytes: TLS, HTTP, and the server behind it.
package dev.lifeline.scenario.expectation.web;
