package io.caresettle.policy.plan;

import java.util.Optional;

/**
 * What a step rests on.
 *
 * @param rule our number of the rule, such as R-BEN-01
 * @param assumed what we made up about the step, in words
 */
public record Basis(StepKind kind, String rule, Citation source, Optional<String> assumed) {}
