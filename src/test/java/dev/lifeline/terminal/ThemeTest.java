package dev.lifeline.terminal;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.view.frame.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeTest {

    private static final double TEXT = 4.5;
    private static final double MARKS = 3.4;
    private static final double PALETTES = 3.0;
    private static final double APART = 18;
    private static final double LESS_APART = 15;

    /// Known values: WCAG's own for black on white, Solarized's body text on its backgrounds, and both ends of xterm's cube.
    @Test
    void contrastIsMeasuredAsWcagDoes() {
        assertAll(() -> assertEquals(21.0, Contrast.ratio(0x000000, 0xffffff), 0.001), () -> assertEquals(4.54, Contrast.ratio(0x767676, 0xffffff), 0.005),
                () -> assertEquals(4.75, Contrast.ratio(0x839496, 0x002b36), 0.01), () -> assertEquals(4.13, Contrast.ratio(0x657b83, 0xfdf6e3), 0.01),
                () -> assertEquals(0x5f87d7, Contrast.xterm(68)), () -> assertEquals(0x000000, Contrast.xterm(16)), () -> assertEquals(0xffffff, Contrast.xterm(231)),
                () -> assertEquals(0x080808, Contrast.xterm(232)), () -> assertEquals(0xeeeeee, Contrast.xterm(255)));
    }

    /// Grey is grey for every eye; red and green that a deuteranope mixes up are far apart for others; white is 100 from black.
    @ParameterizedTest
    @EnumSource(Eye.class)
    void eyesSeeGreyAsGrey(Eye eye) {
        assertAll(() -> assertEquals(0, Contrast.distance(0x808080, 0x808080, eye)), () -> assertEquals(100, Contrast.distance(0x000000, 0xffffff, eye), 0.1),
                () -> assertTrue(Contrast.distance(0xb04040, 0x6b6b20, Eye.DEUTAN) < Contrast.distance(0xb04040, 0x6b6b20, Eye.ORDINARY) / 3));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void allTextIsLegibleOnEachBackgroundOfItsTheme(Theme theme) {
        List<String> low = new ArrayList<>();
        double least = theme == Theme.EITHER ? MARKS : TEXT;
        for (Role role : Role.values()) {
            int color = theme.style(role).many();
            for (Backdrop backdrop : Backdrop.of(theme)) {
                double ratio = color == Style.NONE ? 21 : Contrast.ratio(Contrast.xterm(color), backdrop.color());
                if (ratio < least) {
                    low.add(role + " on " + backdrop + ": " + ratio);
                }
            }
        }
        assertEquals(List.of(), low);
    }

    /// Where nobody knows the background, sentences are in the person's own colour.
    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"PLAIN", "STRONG", "GOOD", "BAD", "INFERRED", "COMMAND"})
    void sentencesHaveNoColourOnAnUnknownBackground(Role role) {
        assertAll(() -> assertEquals(Style.NONE, Theme.EITHER.style(role).many()), () -> assertEquals(Style.NONE, Theme.EITHER.style(role).sixteen()));
    }

    @Test
    void sixteenColoursAreLegibleInThePalettesOfMany() {
        List<String> low = new ArrayList<>();
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            for (Role role : Role.values()) {
                int color = theme.style(role).sixteen();
                for (Palette palette : Palette.values()) {
                    if (color != Style.NONE && palette.ratio(color, theme) < PALETTES) {
                        low.add(theme + " " + role + " " + palette + ": " + palette.ratio(color, theme));
                    }
                }
            }
        }
        assertEquals(List.of(), low);
        for (Role role : Role.values()) {
            assertEquals(Style.NONE, Theme.EITHER.style(role).sixteen(), "one that is legible on all does not exist");
        }
    }

    /// Pairs that a person compares at a glance: the three lines of life, good and bad; and a failure beside a lane or a hold.
    @ParameterizedTest
    @EnumSource(Theme.class)
    void rolesAreToldApartByEveryEye(Theme theme) {
        List<String> near = new ArrayList<>();
        List<Role> lanes = List.of(Role.CLIENT, Role.KERNEL, Role.SERVER);
        for (Role lane : lanes) {
            for (Role other : lanes) {
                compare(theme, lane, other, APART, near);
            }
            compare(theme, lane, Role.BAD, APART, near);
            compare(theme, lane, Role.HELD, APART, near);
        }
        compare(theme, Role.GOOD, Role.BAD, APART, near);
        compare(theme, Role.HELD, Role.BAD, LESS_APART, near);
        assertEquals(List.of(), near);
    }

    /// Colour is never the only sign of a failure: it is bold as well, in all themes.
    @ParameterizedTest
    @EnumSource(Theme.class)
    void aFailureIsBoldInEveryTheme(Theme theme) {
        for (Role role : List.of(Role.GOOD, Role.HELD, Role.CLIENT, Role.KERNEL, Role.SERVER, Role.DIM)) {
            assertTrue(theme.style(Role.BAD).bold() && !theme.style(role).bold(), theme + " " + role);
        }
        assertAll(() -> assertTrue(theme.style(Role.INFERRED).italic()), () -> assertTrue(theme.style(Role.COMMAND).underlined()));
    }

    private static void compare(Theme theme, Role one, Role other, double least, List<String> near) {
        int first = theme.style(one).many();
        int second = theme.style(other).many();
        // Without a colour there is nothing to compare: the person's own is one that they read text in.
        if (one == other || first == Style.NONE || second == Style.NONE) {
            return;
        }
        for (Eye eye : Eye.values()) {
            double distance = Contrast.distance(Contrast.xterm(first), Contrast.xterm(second), eye);
            if (distance < least) {
                near.add(one + " and " + other + " for " + eye + ": " + distance);
            }
        }
    }

    /// Numbers below 22 are redefined by palettes.
    @ParameterizedTest
    @EnumSource(Theme.class)
    void noColourIsOneThatPalettesRedefine(Theme theme) {
        for (Role role : Role.values()) {
            int color = theme.style(role).many();
            assertTrue(color == Style.NONE || color >= 22 && color <= 255, theme + " " + role);
        }
    }

    @ParameterizedTest
    @CsvSource({"xterm-256color, '', true", "tmux-256color, '', true", "xterm, '', false", "xterm, truecolor, true", "xterm, 24bit, true", "xterm, yes, false",
        "xterm-kitty, '', true", "alacritty, '', true", "linux, '', false", "xterm-direct, '', true", "'', '', false"})
    void theTerminalHas256ColoursByItsName(String term, String more, boolean many) {
        assertEquals(many, Theme.many(Map.of("TERM", term, "COLORTERM", more)));
    }
}
