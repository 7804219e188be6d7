/// Conclusions from several events of a trace: spans, holds and marks on one axis, the two ends of a connection joined, queues,
/// lags. Computed once for each trace; pure.
package dev.lifeline.analysis;
