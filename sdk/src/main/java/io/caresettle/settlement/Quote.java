package io.caresettle.settlement;

import io.caresettle.centre.Opaque;
import io.caresettle.identity.Consented;
import io.caresettle.identity.Patient;
import io.caresettle.split.BillId;
import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What the patient confirms: the figures of the centre's trial, for one bill, until a time. The
 * only ticket to a settlement; none can be made without the centre.
 */
public final class Quote {

  private final BillId bill;
  private final String reference;
  private final String bodyDigest;
  private final Opaque body;
  private final Instant expiresAt;
  private final LocalDate businessDate;
  private final Figures figures;
  private final Particulars particulars;
  private final Consented consented;
  private final Patient patient;

  Quote(
      BillId bill,
      String reference,
      String bodyDigest,
      Opaque body,
      Instant expiresAt,
      LocalDate businessDate,
      Figures figures,
      Particulars particulars,
      Consented consented,
      Patient patient) {
    this.bill = bill;
    this.reference = reference;
    this.bodyDigest = bodyDigest;
    this.body = body;
    this.expiresAt = expiresAt;
    this.businessDate = businessDate;
    this.figures = figures;
    this.particulars = particulars;
    this.consented = consented;
    this.patient = patient;
  }

  public BillId bill() {
    return bill;
  }

  /** The centre's name for the trial. */
  public String reference() {
    return reference;
  }

  /** SM3 of what was tried, in hexadecimal. */
  public String bodyDigest() {
    return bodyDigest;
  }

  /** By the centre's clock. Midnight voids a quote too. */
  public Instant expiresAt() {
    return expiresAt;
  }

  /** The centre's date when it gave the quote. */
  public LocalDate businessDate() {
    return businessDate;
  }

  /** The bill by what. */
  public ScopeCut cut() {
    return figures.cut();
  }

  /** The bill by whom. */
  public SettlementSplit split() {
    return figures.split();
  }

  /** The institution's number of the visit. */
  public String visitNumber() {
    return particulars.visitNumber();
  }

  /** What was agreed to of what no fund pays. */
  public Consented consented() {
    return consented;
  }

  /** Whose bill it is. */
  public Patient patient() {
    return patient;
  }

  Opaque body() {
    return body;
  }

  Figures figures() {
    return figures;
  }

  Particulars particulars() {
    return particulars;
  }

  @Override
  public String toString() {
    return "Quote[" + bill + ", " + reference + ", until " + expiresAt + "]";
  }
}
