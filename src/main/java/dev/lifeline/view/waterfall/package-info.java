/// Bars on a time axis, one row a stage: where the time went.
package dev.lifeline.view.waterfall;
