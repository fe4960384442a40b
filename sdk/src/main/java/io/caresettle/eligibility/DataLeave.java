package io.caresettle.eligibility;

import io.caresettle.credential.PersonName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a person signs to let a payer know of their settlements (R-DATA-07): to whom, for what and
 * of which days of service. The centre makes an {@link Authorisation} of it.
 *
 * @param payer the centre's number of the insurer or fund
 * @param from first day of service whose data may be passed
 * @param to last such day; empty while it goes on
 * @param signedBy the patient, or who signs for them
 * @param relation of who signs to the patient
 * @param signedAt by the clock of whoever asked
 */
public record DataLeave(
    String payer,
    Authorisation.Purpose purpose,
    LocalDate from,
    Optional<LocalDate> to,
    PersonName signedBy,
    Signer relation,
    Instant signedAt) {

  /** Who may give leave: the texts say the person; a guardian stands for one who cannot. */
  public enum Signer {
    SELF("本人", "the patient"),
    GUARDIAN("监护人", "a guardian");

    private final String zh;
    private final String en;

    Signer(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    public String zh() {
      return zh;
    }

    public String en() {
      return en;
    }
  }

  /**
   * @throws IllegalArgumentException when it names no payer, or ends before it begins
   */
  public DataLeave {
    if (payer.isBlank()) {
      throw new IllegalArgumentException("Leave to tell everybody is none: expected a payer");
    }
    if (to.filter(last -> last.isBefore(from)).isPresent()) {
      throw new IllegalArgumentException("Leave ends before it begins: " + from);
    }
  }

  /** Names the payer and nobody else. */
  @Override
  public String toString() {
    return "DataLeave[" + payer + ", " + purpose + "]";
  }
}
