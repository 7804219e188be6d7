package dev.lifeline.model;

import java.util.ArrayList;
import java.util.List;

/// A constant that has a word of its own.
public interface Labelled {

    /// The word that people and recordings use.
    String label();

    /// Lists the words of constants, in their order.
    static List<String> labels(Labelled... all) {
        List<String> labels = new ArrayList<>();
        for (Labelled each : all) {
            labels.add(each.label());
        }
        return labels;
    }
}
