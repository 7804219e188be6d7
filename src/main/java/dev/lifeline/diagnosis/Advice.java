package dev.lifeline.diagnosis;

import dev.lifeline.diagnosis.texts.Section;
import dev.lifeline.diagnosis.texts.TextFile;
import dev.lifeline.diagnosis.texts.ToldError;
import dev.lifeline.diagnosis.texts.ToldText;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Stage;
import java.util.List;

/// Words of a verdict on a failure, as far as it holds when nothing but the error's text is known.
///
/// @param proved sentences
/// @param notProved sentences
/// @param next commands, the best first; those alone whose values the text tells
public record Advice(String proved, String notProved, List<String> next) {

    public Advice {
        next = List.copyOf(next);
    }

    /// The advice on a code at a stage.
    public static Advice of(Stage stage, ErrorCode code, ToldError told) {
        Section section = TextFile.told(stage, code, told);
        return new Advice(ToldText.prose(section.proved(), told), ToldText.prose(section.notProved(), told),
                ToldText.commands(section.next(), told));
    }
}
