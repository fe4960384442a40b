package io.caresettle.policy.plan;

/**
 * One entry of a plan's index of citations.
 *
 * @param what the step, or the value of the pack, that rests on the article
 */
public record Cited(String what, Citation source) {}
