/// Routes as the kernel chooses them: `RTM_GETROUTE` of rtnetlink(7), which needs no privilege and sends no packet.
package dev.lifeline.linux.route;
