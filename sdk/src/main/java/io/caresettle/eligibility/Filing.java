package io.caresettle.eligibility;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A filing for care outside the pooling area (异地就医备案; JSR 7–13).
 *
 * @param id the filing's number at the centre
 * @param careArea where care may be taken: a district, a city ({@code 320600}) or a whole province
 *     ({@code 310000}), six digits; or {@code test}
 * @param to last day, inclusive; empty where it has no end
 * @param filedOn when it was filed, which may be after the care began (JSR 25)
 */
public record Filing(
    String id,
    Kind kind,
    String insuredArea,
    String careArea,
    LocalDate from,
    Optional<LocalDate> to,
    LocalDate filedOn)
    implements Dated {

  /** Why the person is treated elsewhere. */
  public enum Kind {
    LONG_TERM("长期异地居住", "long-term residence elsewhere"),
    REFERRED("转诊", "referral"),
    TEMPORARY("其他临时外出", "other temporary stay"),
    /** Counts as filed without anybody filing it (JSR 8(5)). */
    EMERGENCY("急诊抢救", "emergency");

    private final String zh;
    private final String en;

    Kind(String zh, String en) {
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

  /** Whether the filing is for care in this area, or in a larger one around it. */
  boolean isFor(String area) {
    return careArea.equals(area)
        || (careArea.endsWith("0000") && area.startsWith(careArea.substring(0, 2)))
        || (careArea.endsWith("00") && area.startsWith(careArea.substring(0, 4)));
  }
}
