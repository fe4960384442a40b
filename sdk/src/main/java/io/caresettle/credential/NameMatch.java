package io.caresettle.credential;

/**
 * On which rule two written names are one name, or why not. Each rule undoes what a documented way
 * of writing does to one and the same character; none of them guesses.
 */
public enum NameMatch {
  /** Character for character, in Unicode's form NFC. */
  EXACT("逐字一致", "character for character"),
  /** Full-width letters and blanks of a double-byte system are their half-width selves. */
  WIDTH("全半角一致", "same but for full and half width"),
  /** The separation mark (间隔号) as different code tables write it. */
  DOT("间隔号写法一致", "same but for how the separation mark is coded"),
  /** A name in Latin letters alone: passports print capitals; a run of blanks is one. */
  LATIN("拉丁字母大小写一致", "same Latin letters but for case and runs of blanks"),
  DIFFERENT("姓名不一致", "name differs"),
  /** A character stands for one that a system could not write: nobody can say which. */
  NOT_COMPARABLE("姓名含占位字符或自造字，无法比对", "a placeholder stands in the name: it cannot be compared");

  private final String zh;
  private final String en;

  NameMatch(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  public boolean isOneName() {
    return this != DIFFERENT && this != NOT_COMPARABLE;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }
}
