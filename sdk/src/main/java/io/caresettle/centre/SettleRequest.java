package io.caresettle.centre;

import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;
import java.time.Instant;
import java.util.Optional;

/**
 * One settle message.
 *
 * @param reference the trial's
 * @param bodyDigest the trial's
 * @param body the trial's
 * @param cut as the patient confirmed it
 * @param confirmed the figures that the patient confirmed
 * @param time by the terminal's clock
 * @param head where the journal's audit chain stood: by it the centre tells a journal from an older
 *     copy of it; empty where it keeps none
 */
public record SettleRequest(
    SettleMessage message,
    String reference,
    String bodyDigest,
    Opaque body,
    ScopeCut cut,
    SettlementSplit confirmed,
    String operator,
    Instant time,
    Optional<ChainHead> head) {

  /** Without a word on the audit chain. */
  public SettleRequest(
      SettleMessage message,
      String reference,
      String bodyDigest,
      Opaque body,
      ScopeCut cut,
      SettlementSplit confirmed,
      String operator,
      Instant time) {
    this(message, reference, bodyDigest, body, cut, confirmed, operator, time, Optional.empty());
  }

  /** The same, which says where the audit chain stands. */
  public SettleRequest with(ChainHead shown) {
    return new SettleRequest(
        message, reference, bodyDigest, body, cut, confirmed, operator, time, Optional.of(shown));
  }
}
