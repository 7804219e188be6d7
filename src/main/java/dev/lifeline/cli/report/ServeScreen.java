package dev.lifeline.cli.report;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.served.ServedConnection;
import dev.lifeline.view.Detail;
import dev.lifeline.view.table.ServedTable;
import java.util.BitSet;
import java.util.List;

/// Shows a server for a person: a line for each connection as it ends, those that were open when it was stopped, and the sum. A
/// replay shows the same lines.
public final class ServeScreen {

    private final Presenter presenter;
    private final BitSet told = new BitSet();

    public ServeScreen(Presenter presenter) {
        this.presenter = presenter;
    }

    /// Tells of a connection that has ended.
    ///
    /// @param index a trace of it alone
    /// @return whether somebody still reads
    public boolean tell(TraceIndex index) {
        return line(ServedConnection.of(index).getFirst(), index);
    }

    /// Tells of those that nothing was said of yet, and sums up.
    ///
    /// @param index the trace of all
    public void end(TraceIndex index) {
        List<ServedConnection> all = ServedConnection.of(index);
        for (ServedConnection each : all) {
            if (!told.get(each.number())) {
                line(each, index);
            }
        }
        presenter.print(ServedTable.sum(all, presenter.canvas()));
    }

    private boolean line(ServedConnection each, TraceIndex index) {
        boolean shown = presenter.detail() == Detail.NORMAL && told.cardinality() < ServedTable.MOST;
        told.set(each.number());
        return !shown || presenter.print(ServedTable.line(each, index.header().origin(), presenter.canvas()));
    }
}
