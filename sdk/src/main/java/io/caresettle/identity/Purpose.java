package io.caresettle.identity;

/** What a person is checked for. The check is the same for each (R-ID-01, R-ID-08). */
public enum Purpose {
  TREATMENT("就医", "treatment"),
  PURCHASE("购药", "purchase"),
  CARE_START("护理开始", "start of care"),
  /** The same person as at the start of this visit, checked again. */
  CARE_END("护理结束", "end of care");

  private final String zh;
  private final String en;

  Purpose(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  public boolean isLongTermCare() {
    return this == CARE_START || this == CARE_END;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }
}
