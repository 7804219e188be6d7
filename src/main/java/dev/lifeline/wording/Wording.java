package dev.lifeline.wording;

/// The words for one fact in three lengths, each safe to print. A view places the length for which it has room;
/// `null` where a length does not tell the fact.
///
/// @param mark a few words that name neither lane nor time: the ladder has both where the mark stands
/// @param phrase the predicate of a sentence whose subject is the lane: `read 5 bytes "ping\n"`
/// @param sentence a sentence without its time and its full stop
public record Wording(String mark, String phrase, String sentence) {

    /// A fact that is told elsewhere.
    public static final Wording NONE = new Wording(null, null, null);

    /// Words whose sentence is subject and predicate.
    ///
    /// @param who the subject with a space behind it, for example `the client `
    public static Wording of(String mark, String phrase, String who) {
        return new Wording(mark, phrase, who + phrase);
    }

    /// A fact that only a sentence tells; `null` where there is nothing new.
    public static Wording told(String sentence) {
        return new Wording(null, null, sentence);
    }

    /// A fact for which a mark and a phrase are enough.
    public static Wording brief(String mark, String phrase) {
        return new Wording(mark, phrase, null);
    }
}
