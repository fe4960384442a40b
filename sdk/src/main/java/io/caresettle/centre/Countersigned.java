package io.caresettle.centre;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The centre's word that it has seen the head of a journal's audit chain: what lies under it cannot
 * be changed unnoticed.
 *
 * @param businessDate the day that it was seen on, by the centre
 * @param evidence the signed receipt, which the journal keeps
 */
public record Countersigned(
    int terminalSlot,
    ChainHead head,
    Instant receivedAt,
    LocalDate businessDate,
    Evidence evidence) {}
