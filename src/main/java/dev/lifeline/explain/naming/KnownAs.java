package dev.lifeline.explain.naming;

import dev.lifeline.explain.ErrorStage;

/// A row of the table of names: an error by its stage and code.
///
/// @param stage the stage
/// @param code the canonical code, or `*` for every code of the stage that has no row of its own
/// @param nelType its type in W3C Network Error Logging; `null` where that has none
/// @param proxyError its error type of RFC 9209 section 2.3; `null` where that has none
/// @param scenario the scenario of the catalogue that shows it; `null` where none does
public record KnownAs(ErrorStage stage, String code, String nelType, String proxyError, String scenario) {

    /// The phase of Network Error Logging that the type belongs to; `null` without a type.
    public String nelPhase() {
        return nelType == null ? null : switch (nelType.substring(0, nelType.indexOf('.'))) {
            case "dns" -> "dns";
            case "http" -> "application";
            default -> "connection";
        };
    }
}
