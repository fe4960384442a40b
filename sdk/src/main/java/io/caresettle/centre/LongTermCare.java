package io.caresettle.centre;

import io.caresettle.identity.Patient;
import io.caresettle.longtermcare.CareEnd;
import io.caresettle.longtermcare.CareFigures;
import io.caresettle.longtermcare.CareFile;
import io.caresettle.longtermcare.CareStart;
import io.caresettle.longtermcare.CareVisit;
import java.time.Duration;
import java.time.Instant;

/**
 * Long-term care at the centre (R-LTC-01, R-LTC-02): what it keeps of a person, and a visit's
 * start, end and settlement. As with every call of a {@link Centre}, nothing is thrown for what the
 * line or the other end does.
 *
 * <p>The id of a request follows from the visit. So a lost answer is asked for again under the same
 * id, by itself for as long as {@code within} lasts, and after a restart by whoever asks the same;
 * a visit begins once, ends once and is settled once.
 */
public interface LongTermCare {

  /**
   * What is kept of this person, with the visits of one year.
   *
   * @param patient who passed the real-name check here
   */
  Reply<CareFile> file(Patient patient, int year, String operator, Duration within);

  /** Begins the visit; begun before, it is that visit with its first start. */
  Reply<CareStart.Answer> start(CareStart start, Duration within);

  /** Ends it. */
  Reply<CareEnd.Answer> end(CareEnd end, Duration within);

  /**
   * Settles it with the figures that the person confirmed, which the terminal signs.
   *
   * @param time by the terminal's clock
   */
  Reply<CareReceipt> settle(
      CareVisit.Ended ended, CareFigures confirmed, String operator, Instant time, Duration within);

  /**
   * Undoes a settlement that stands; the terminal signs the reason. Asked again with the same
   * reason by the same operator, it is the same cancellation.
   *
   * @param time by the terminal's clock
   */
  Reply<CareUndone> cancel(
      CareVisit.Settled settled, String reason, String operator, Instant time, Duration within);
}
