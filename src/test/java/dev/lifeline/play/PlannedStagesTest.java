package dev.lifeline.play;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.PlannedStage;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannedStagesTest {

    @Test
    void stepsSayWhatIsToBeReachedOnceEachAndInOrder() {
        List<PlannedStage> planned = PlannedStages.of(new Script().actor("server", "server").actor("client", "client", "to", "server")
                .step("server", "listen").step("client", "connect").step("machine", "look").step("server", "accept", "as", "peer")
                .step("client", "write", "text", "x").step("client", "write", "text", "y").step("peer", "read").step("peer", "close")
                .step("server", "close").scenario());

        assertEquals(List.of(new PlannedStage(Lane.SERVER, Stage.BIND), new PlannedStage(Lane.CLIENT, Stage.CONNECT),
                new PlannedStage(Lane.SERVER, Stage.ACCEPT), new PlannedStage(Lane.CLIENT, Stage.WRITE),
                new PlannedStage(Lane.SERVER, Stage.FIRST_BYTE), new PlannedStage(Lane.SERVER, Stage.CLOSE)), planned);
    }
}
