package io.caresettle.policy.plan;

import java.util.Optional;

/**
 * What a step rests on.
 *
 * @param id the step's name within its plan
 * @param rule our number of the rule, such as R-BEN-01
 * @param assumed what we made up about the step, in words
 */
public record Basis(
    StepKind kind, String id, String rule, Citation source, Optional<String> assumed) {}
