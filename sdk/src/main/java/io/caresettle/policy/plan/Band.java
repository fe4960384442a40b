package io.caresettle.policy.plan;

import java.util.Optional;

/**
 * A stretch of cost with a rate of its own.
 *
 * @param upTo its last fen, itself included; empty for the last band
 */
public record Band(Optional<PolicyValue> upTo, PolicyValue rate) {}
