package io.caresettle.identity;

import io.caresettle.credential.PersonName;
import io.caresettle.money.Money;
import java.time.Instant;

/**
 * That somebody agreed, before the service, to one line that no fund pays (知情同意; R-SCOPE-05: JS
 * 44¶3, NT 46¶2, HN 23(11)). A consent to everything is none.
 *
 * @param lineId the caller's number of the line
 * @param catalogueCode the line's item
 * @param upTo the most that was agreed to, in fen, for the whole line
 * @param givenBy who agreed; the patient's own name where it was the insured
 * @param givenAt by the clock of whoever asked
 */
public record Consent(
    String lineId,
    String catalogueCode,
    Money upTo,
    Giver giver,
    PersonName givenBy,
    Form form,
    Instant givenAt) {

  /** Who may agree. */
  public enum Giver {
    INSURED("本人", "insured"),
    NEAR_RELATIVE("近亲属", "near relative"),
    GUARDIAN("监护人", "guardian");

    private final String zh;
    private final String en;

    Giver(String zh, String en) {
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

  /** In what form. */
  public enum Form {
    ON_PAPER("书面", "on paper"),
    ON_SCREEN("电子", "on screen"),
    BY_WORD("口头", "by word");

    private final String zh;
    private final String en;

    Form(String zh, String en) {
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

  /** Names the line and nobody. */
  @Override
  public String toString() {
    return "Consent[line " + lineId + ", " + catalogueCode + ", up to " + upTo + "]";
  }
}
