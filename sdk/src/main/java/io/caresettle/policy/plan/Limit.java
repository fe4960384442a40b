package io.caresettle.policy.plan;

/**
 * What a layer pays in a year at most.
 *
 * @param accumulator what it paid, by its place in the plan; layers may share one
 */
public record Limit(PolicyValue value, int accumulator) {}
