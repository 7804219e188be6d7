/// Options that several commands share.
package dev.lifeline.cli.option;
