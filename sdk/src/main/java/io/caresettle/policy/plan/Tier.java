package io.caresettle.policy.plan;

/**
 * A rate for what lies above a threshold, up to the next tier's.
 *
 * @param above the last fen that does not belong to it
 */
public record Tier(PolicyValue above, PolicyValue rate) {}
