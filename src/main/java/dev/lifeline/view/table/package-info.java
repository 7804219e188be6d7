/// Tables and blocks that several views share: sockets, findings, the verdict, figures of many connections.
package dev.lifeline.view.table;
