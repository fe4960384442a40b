package io.caresettle.journal;

import java.time.Instant;

/**
 * A head of the audit chain that somebody else has signed, with what they signed. This package
 * keeps the receipt and does not look into it.
 *
 * @param position its place among the anchors
 */
@SuppressWarnings("ArrayRecordComponent") // Lives from the file to the reader, and is not compared.
public record Anchor(long position, AuditHead head, byte[] receipt, Instant keptAt) {

  public Anchor {
    receipt = receipt.clone();
  }

  @Override
  public byte[] receipt() {
    return receipt.clone();
  }

  /** Leaves the receipt out. */
  @Override
  public String toString() {
    return "Anchor " + position + " of " + head + ", " + keptAt;
  }
}
