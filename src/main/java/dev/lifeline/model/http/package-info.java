/// Words of HTTP/1.1 that events carry.
package dev.lifeline.model.http;
