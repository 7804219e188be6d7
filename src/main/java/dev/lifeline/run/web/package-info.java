/// Runs that speak HTTP: URLs as a person types them, proxies, and redirects.
package dev.lifeline.run.web;
