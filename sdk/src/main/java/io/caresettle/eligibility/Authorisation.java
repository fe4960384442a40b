package io.caresettle.eligibility;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A person's leave to pass data of their settlements to one payer for one purpose (授权; R-DATA-07:
 * SH 50, SZ 70). Whose data, to whom, for what and of which days of service: leave for everything
 * is none.
 *
 * @param payer the centre's number of the insurer or fund
 * @param from first day of service whose data may be passed
 * @param to last such day; empty while it goes on
 * @param revoked when it was taken back: from that day on nothing more is passed, of whichever day
 */
public record Authorisation(
    String id,
    String personNumber,
    String payer,
    Purpose purpose,
    LocalDate from,
    Optional<LocalDate> to,
    Optional<LocalDate> revoked)
    implements Dated {

  /** What the data may be used for. */
  public enum Purpose {
    DIRECT_SETTLEMENT("一站式直接赔付", "being paid at once, with the settlement"),
    CLAIM("本人自行理赔", "a claim that the person makes later");

    private final String zh;
    private final String en;

    Purpose(String zh, String en) {
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
   * @throws IllegalArgumentException when it has no number, no person or no payer, or ends before
   *     it begins
   */
  public Authorisation {
    if (id.isBlank() || personNumber.isBlank() || payer.isBlank()) {
      throw new IllegalArgumentException("An authorisation names its person and its payer");
    }
    if (to.filter(last -> last.isBefore(from)).isPresent()) {
      throw new IllegalArgumentException("An authorisation ends before it begins: " + id);
    }
  }

  /** The same, taken back. */
  public Authorisation revoked(LocalDate on) {
    return new Authorisation(id, personNumber, payer, purpose, from, to, Optional.of(on));
  }

  /** Names the payer and nobody else. */
  @Override
  public String toString() {
    return "Authorisation[" + id + ", " + payer + ", " + purpose + "]";
  }
}
