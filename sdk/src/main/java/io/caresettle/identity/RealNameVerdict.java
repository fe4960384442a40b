package io.caresettle.identity;

import io.caresettle.credential.Credential;
import io.caresettle.credential.NameMatch;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.credential.TestCode;
import io.caresettle.identity.Delegate.Authority;
import io.caresettle.problem.CredentialRefused.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the real-name check found, passed or stopped, for the cashier's screen and the record
 * (R-ID-01). It holds no personal data but masked.
 *
 * @param credential what was shown
 * @param agreed which pairs were compared and agreed
 * @param differed which did not, and by what
 * @param namesBy the weakest rule of writing on which an agreed pair's names are one name
 * @param delegate by what right somebody else came for the patient (R-ID-05); empty in person
 * @param face what a device said; empty where there was none, or no answer
 * @param rules of a passed check all that were asked; of a stopped one those that stopped it
 * @param refused why it stopped; empty where it passed
 * @param maskedName such as 测**
 * @param maskedNumber first three digits and last character of the identity number
 */
public record RealNameVerdict(
    boolean passed,
    Kind credential,
    Purpose purpose,
    List<Compared> agreed,
    List<Difference> differed,
    NameMatch namesBy,
    Optional<Authority> delegate,
    Optional<FaceResult> face,
    List<IdentityRule> rules,
    Optional<Reason> refused,
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

  /** Two documents that were compared by kind and number. */
  public enum Documents {
    SAME,
    OTHER_NUMBER,
    OTHER_KIND
  }

  /** A pair that did not agree: by what, and never what stood there. */
  public record Difference(Compared pair, NameMatch name, Documents documents) {

    public String zh() {
      return pair.zh()
          + switch (documents) {
            case SAME -> name.zh();
            case OTHER_NUMBER -> names() ? "姓名和证件号码不一致" : "证件号码不一致" + unread(name.zh());
            case OTHER_KIND -> names() ? "姓名和证件类型不一致" : "证件类型不一致" + unread(name.zh());
          };
    }

    public String en() {
      return pair.en()
          + ": "
          + switch (documents) {
            case SAME -> name.en();
            case OTHER_NUMBER ->
                names() ? "name and number differ" : "number differs" + unread(name.en());
            case OTHER_KIND ->
                names()
                    ? "name and document kind differ"
                    : "document kind differs" + unread(name.en());
          };
    }

    private boolean names() {
      return name == NameMatch.DIFFERENT;
    }

    private String unread(String said) {
      return name == NameMatch.NOT_COMPARABLE ? ", " + said : "";
    }
  }

  public RealNameVerdict {
    agreed = List.copyOf(agreed);
    differed = List.copyOf(differed);
    rules = List.copyOf(rules);
  }

  /** Whether somebody else came for the patient. */
  public boolean byDelegate() {
    return delegate.isPresent();
  }

  /** One line for the cashier. */
  public String zh() {
    return (passed ? "实名核验通过：" : "实名核验未通过：")
        + "%s，%s，%s %s".formatted(purpose.zh(), credential.zh(), maskedName, maskedNumber)
        + refused.map(reason -> "，" + reason.zh()).orElse("")
        + joined("，", agreed.stream().map(Compared::zh).toList(), "、", "一致")
        + (namesBy == NameMatch.EXACT ? "" : "（姓名" + namesBy.zh() + "）")
        + joined("，", differed.stream().map(Difference::zh).toList(), "；", "")
        + delegate.map(by -> "，" + by.zh() + (passed ? "，证件已出示" : "")).orElse("，本人到场")
        + face.map(f -> "，" + f.answer().zh()).orElse("，未做人脸比对")
        + rules.stream().map(IdentityRule::cited).collect(Collectors.joining("；", "（", "）"));
  }

  /** The same line in English. */
  public String en() {
    return "Real-name check %s: %s, %s, %s %s"
            .formatted(
                passed ? "passed" : "stopped",
                purpose.en(),
                credential.en(),
                maskedName,
                maskedNumber)
        + refused.map(reason -> "; " + reason.en()).orElse("")
        + joined("; agree: ", agreed.stream().map(Compared::en).toList(), "; ", "")
        + (namesBy == NameMatch.EXACT ? "" : " (names: " + namesBy.en() + ")")
        + joined("; ", differed.stream().map(Difference::en).toList(), "; ", "")
        + delegate
            .map(by -> "; " + by.en() + (passed ? ", documents shown" : ""))
            .orElse("; in person")
        + face.map(f -> "; " + f.answer().en()).orElse("; no face comparison")
        + rules.stream().map(IdentityRule::cited).collect(Collectors.joining("; ", " (", ")"));
  }

  private static String joined(String before, List<String> parts, String between, String after) {
    return parts.isEmpty() ? "" : before + String.join(between, parts) + after;
  }
}
