package io.caresettle.identity;

import io.caresettle.credential.IdentityDocument;
import io.caresettle.credential.PersonName;
import java.util.Optional;

/**
 * Who acts for another person, as the counter recorded it (NT 48¶2, HN 24¶3; R-ID-05).
 *
 * @param name from their own document
 * @param document their own identity document; empty when it was not shown
 * @param principalDocument the patient's identity document; empty when it was not shown
 * @param relation such as 子女
 * @param reason such as 行动不便
 */
public record Delegate(
    PersonName name,
    Optional<IdentityDocument> document,
    Optional<IdentityDocument> principalDocument,
    String relation,
    String reason,
    Authority authority) {

  /** By what right somebody acts. */
  public enum Authority {
    /** Asked to by the patient (代办人): buys medicine, and nothing else (NT 48¶2, HN 24¶3). */
    ENTRUSTED("代办", "by a delegate"),
    /** By law, for somebody under 18 (未成年人监护人): for anything. */
    GUARDIAN_OF_MINOR("监护人代办（未成年人）", "by a minor's guardian"),
    /** By law, for somebody who cannot act (无/限制民事行为能力人监护人): for anything. */
    GUARDIAN_OF_INCAPACITATED("监护人代办（行为能力受限）", "by an incapacitated person's guardian");

    private final String zh;
    private final String en;

    Authority(String zh, String en) {
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

  /** Somebody whom the patient asked to buy medicine. */
  public Delegate(
      PersonName name,
      Optional<IdentityDocument> document,
      Optional<IdentityDocument> principalDocument,
      String relation,
      String reason) {
    this(name, document, principalDocument, relation, reason, Authority.ENTRUSTED);
  }

  /** Says nothing of who it is. */
  @Override
  public String toString() {
    return "Delegate[" + authority + "]";
  }
}
