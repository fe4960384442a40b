package io.caresettle.centre;

import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;
import java.time.Instant;

/**
 * One settle message.
 *
 * @param reference the trial's
 * @param bodyDigest the trial's
 * @param body the trial's
 * @param cut as the patient confirmed it
 * @param confirmed the figures that the patient confirmed
 * @param time by the terminal's clock
 */
public record SettleRequest(
    SettleMessage message,
    String reference,
    String bodyDigest,
    Opaque body,
    ScopeCut cut,
    SettlementSplit confirmed,
    String operator,
    Instant time) {}
