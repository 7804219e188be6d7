/// Small pictures inside text: how full a queue or a window is. Pure.
package dev.lifeline.wording.picture;
