package io.caresettle.money;

/**
 * Somebody who pays for a person's care and whom no law makes a payer: a commercial insurer or a
 * mutual fund that the person, or an employer or a union for the person, has joined (JS 29, 30; SZ
 * 43, 44; NT 31, 32; SH 23, 24).
 *
 * @param id the centre's number
 * @param name as its own papers call it; shown as it is
 */
public record VoluntaryPayer(String id, String name, Kind kind) {

  /** What kind of payer. */
  public enum Kind {
    COMMERCIAL("商业健康保险", "commercial health insurance"),
    MUTUAL("医疗互助", "mutual aid");

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

  /**
   * @throws IllegalArgumentException when it has no number or no name
   */
  public VoluntaryPayer {
    if (id.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException("A payer without a number or a name");
    }
  }
}
