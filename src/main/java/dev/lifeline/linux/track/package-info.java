/// The kernel's table of tracked connections (conntrack), which knows where NAT of this machine sends them: ctnetlink.
package dev.lifeline.linux.track;
