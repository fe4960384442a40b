package io.caresettle.identity;

import io.caresettle.credential.Credential;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.credential.TestCode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the real-name check found, for the cashier's screen and the record (R-ID-01). It holds no
 * personal data but masked.
 *
 * @param credential what was shown
 * @param agreed which pairs were compared; all of them agreed, or there would be no verdict
 * @param byDelegate whether somebody else came, with both persons' documents (R-ID-05)
 * @param maskedName such as 测**
 * @param maskedNumber first three digits and last character of the identity number
 */
public record RealNameVerdict(
    Kind credential,
    List<Compared> agreed,
    boolean byDelegate,
    String maskedName,
    String maskedNumber) {

  /** What proves a person (R-ID-02, NT 39). */
  public enum Kind {
    CARD("社会保障卡", "social-security card"),
    CODE("医保码", "medical-insurance code"),
    TEST_CODE("医保测试码", "CareSettle test code");

    private final String zh;
    private final String en;

    Kind(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    static Kind of(Credential credential) {
      if (credential instanceof SocialSecurityCard) {
        return CARD;
      }
      return credential instanceof TestCode ? TEST_CODE : CODE;
    }

    public String zh() {
      return zh;
    }

    public String en() {
      return en;
    }
  }

  /** Two places in which the same name and number must stand. */
  public enum Compared {
    CREDENTIAL_REGISTRATION("凭证与就诊登记", "credential and registration"),
    CREDENTIAL_ROLLS("凭证与医保中心", "credential and the centre's rolls"),
    ROLLS_REGISTRATION("医保中心与就诊登记", "the centre's rolls and registration");

    private final String zh;
    private final String en;

    Compared(String zh, String en) {
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

  public RealNameVerdict {
    agreed = List.copyOf(agreed);
  }

  /** One line for the cashier. */
  public String zh() {
    String pairs = agreed.stream().map(Compared::zh).collect(Collectors.joining("、"));
    return "实名核验通过：%s，%s %s，%s一致，%s（R-ID-01 JS 44¶2、SZ 64¶1；R-ID-03 NT 39%s）"
        .formatted(
            credential.zh(),
            maskedName,
            maskedNumber,
            pairs,
            byDelegate ? "代办，双方证件已出示" : "本人到场",
            byDelegate ? "；R-ID-05 NT 48¶2、HN 24¶3" : "");
  }

  /** The same line in English. */
  public String en() {
    String pairs = agreed.stream().map(Compared::en).collect(Collectors.joining("; "));
    return "Real-name check passed: %s, %s %s; agree: %s; %s (R-ID-01 JS 44¶2, SZ 64¶1; R-ID-03 NT 39%s)"
        .formatted(
            credential.en(),
            maskedName,
            maskedNumber,
            pairs,
            byDelegate ? "by a delegate, both documents shown" : "in person",
            byDelegate ? "; R-ID-05 NT 48¶2, HN 24¶3" : "");
  }
}
