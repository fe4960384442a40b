package io.caresettle.centre;

import java.time.Instant;
import java.util.Optional;

/**
 * The centre's word that a settle message is undone and can no longer settle.
 *
 * @param settlementId which settlement was undone; empty when the message had never arrived
 * @param evidence the document itself
 */
public record Undone(Optional<String> settlementId, Instant undoneAt, Evidence evidence) {}
