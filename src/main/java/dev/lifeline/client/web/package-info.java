/// The client's side of HTTP/1.1 over a connection: requests written, answers read and taken apart.
package dev.lifeline.client.web;
