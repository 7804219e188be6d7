package dev.lifeline.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.model.AppLag;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Glyphs;
import org.junit.jupiter.api.Test;

class LagWordsTest {

    @Test
    void aLagIsToldAsExactlyAsItIsKnown() {
        assertEquals(FittedText.together("app lag 84 us"), lag(84_000, 200));
        assertEquals(FittedText.together("app lag 3 us") + FittedText.together(", give or take 1 us"), lag(3_000, 1_000));
        assertEquals(FittedText.together("app lag under 200 ns"), lag(-150, 200));
    }

    private static String lag(long lag, long uncertainty) {
        return LagWords.mark(new AppLag(Stage.CONNECT, Lane.CLIENT, 1, AppLag.Packet.SYN_ACK, 1_000, 1_000 + lag, 0, uncertainty), Glyphs.ASCII);
    }
}
