package io.caresettle.identity;

/** A rule about who is at the counter and who serves them, by its id, with the articles. */
public enum IdentityRule {
  /** Whoever is treated or buys is checked by their real name. */
  R_ID_01("R-ID-01", "JS 44¶2; SZ 64¶1; NT 39, 46, 48; HN 23; SH 46¶1"),
  /** A valid card or code proves a person, and nothing else does. */
  R_ID_02("R-ID-02", "NT 39; SH 46¶1; JS 59"),
  /** Credential and person agree, or nothing goes on. */
  R_ID_03("R-ID-03", "NT 39; JSR 24"),
  /** Nobody uses another's credential, and no counter helps. */
  R_ID_04("R-ID-04", "JS 45, 46, 48; NT 48, 58; HN 23(7), 24¶4"),
  /** Who buys for another shows both persons' documents. */
  R_ID_05("R-ID-05", "NT 48¶2; HN 24¶3"),
  /** A relative's account may pay where the centre bound it, and nothing else of theirs. */
  R_ID_06("R-ID-06", "HN 24¶4(2); SZ 16¶2"),
  /** A credential that was reported lost proves nobody from that moment on. */
  R_ID_07("R-ID-07", "NT 48¶3"),
  /** Long-term care asks who is there as well. */
  R_ID_08("R-ID-08", "SH 22¶3, 61(2)"),
  /** In an emergency somebody without a credential is taken in, and named later. */
  R_BEN_09("R-BEN-09", "JS 27; NT 29"),
  /** What no fund pays needs consent, line by line. */
  R_SCOPE_05("R-SCOPE-05", "JS 44¶3, 74(6); NT 46¶2; HN 23(11)"),
  /** Every act has an operator who may do it. */
  R_DATA_06("R-DATA-06", "SZ 66");

  private final String id;
  private final String articles;

  IdentityRule(String id, String articles) {
    this.id = id;
    this.articles = articles;
  }

  /** Such as R-ID-03. */
  public String id() {
    return id;
  }

  /** The law's short names and articles, such as NT 48¶2; HN 24¶3. */
  public String articles() {
    return articles;
  }

  /** Both together, as a cashier's line cites them. */
  public String cited() {
    return id + " " + articles;
  }
}
