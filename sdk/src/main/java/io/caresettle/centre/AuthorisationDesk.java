package io.caresettle.centre;

import io.caresettle.eligibility.Authorisation;
import io.caresettle.eligibility.DataLeave;
import io.caresettle.identity.Patient;
import java.time.Duration;
import java.time.LocalDate;

/**
 * Where a person's leave to pass settlement data to a commercial insurer or a mutual fund is given
 * and taken back (R-DATA-07: SH 50, SZ 70). As with every call of a {@link Centre}, nothing is
 * thrown for what the line or the other end does.
 */
public interface AuthorisationDesk {

  /**
   * Gives leave. The id of the request follows from the visit and what is given, so a lost answer
   * is asked for again under the same id for as long as {@code within} lasts, and the same leave at
   * one visit is given once.
   */
  Reply<Authorisation> give(DataLeave leave, Patient patient, String operator, Duration within);

  /**
   * Takes leave back. What was settled under it stands.
   *
   * @return the day from which nothing more is passed
   */
  Reply<LocalDate> revoke(
      Authorisation given, Patient patient, String reason, String operator, Duration within);
}
