package dev.lifeline.scenario;

import dev.lifeline.model.NumberedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Several actors that are alike, `NAME-1` to `NAME-SIZE`: each has a thread and connections of its own.
///
/// @param name as the steps call all of them
/// @param size how many there are
public record Crowd(String name, int size) {

    /// Most that the crowds of a scenario may have together: each of them is a thread.
    public static final int MOST = 200;

    public Crowd {
        Objects.requireNonNull(name, "name");
    }

    /// Names a member.
    ///
    /// @param number from 1
    public String member(int number) {
        return name + "-" + number;
    }

    /// Lists the names of members.
    ///
    /// @param first from 1
    /// @param last inclusive
    public List<String> members(int first, int last) {
        List<String> members = new ArrayList<>(last - first + 1);
        for (int i = first; i <= last; i++) {
            members.add(member(i));
        }
        return members;
    }

    /// Lists the names of all members.
    public List<String> members() {
        return members(1, size);
    }

    /// Tells whether an actor is one of them.
    public boolean has(String actor) {
        int number = number(name, actor);
        return number > 0 && number <= size;
    }

    /// Finds the number of the member of a crowd that is called so, however many the crowd has; 0 where no member could be.
    public static int number(String crowd, String actor) {
        return NumberedName.number(crowd, actor);
    }
}
