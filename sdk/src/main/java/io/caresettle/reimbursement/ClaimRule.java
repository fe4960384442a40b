package io.caresettle.reimbursement;

/** A rule about what is paid now and claimed later, by its id, with its articles. */
enum ClaimRule {
  /** The slip carries everything that a claim by hand needs. */
  R_SETL_03("R-SETL-03", "JS 56¶2; SZ 72; SH 46"),
  /** A bill that was paid in full may be settled anew. */
  R_SETL_07("R-SETL-07", "JS 56¶2; SZ 72; SZ 21, 29; NT 20"),
  /** Until when a claim is made, and in which year it counts. */
  R_YEAR_04("R-YEAR-04", "SZ 72"),
  /** Without the centre nobody but the patient pays. */
  R_TXN_08("R-TXN-08", "JS 56¶2; SZ 54");

  private final String id;
  private final String articles;

  ClaimRule(String id, String articles) {
    this.id = id;
    this.articles = articles;
  }

  /** Such as R-SETL-07. */
  public String id() {
    return id;
  }

  /** The law's short names and articles. */
  public String articles() {
    return articles;
  }
}
