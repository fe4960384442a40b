package io.caresettle.identity;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A relative who lets a person use their account (家庭共济; R-ID-06, HN 24¶4(2), SZ 16¶2), as the
 * centre has it. Who the relative is, only the relative's own credential says.
 *
 * @param payerNumber the centre's number of the relative
 * @param relation what the relative is to the person
 * @param to last day, inclusive; empty while it goes on
 */
public record FamilyBinding(
    String payerNumber, Relation relation, LocalDate from, Optional<LocalDate> to) {

  /** Says what the relative is, and not who. */
  @Override
  public String toString() {
    return "FamilyBinding[" + relation + ", from=" + from + "]";
  }

  /** What a relative is to the person who is treated. */
  public enum Relation {
    SPOUSE("配偶", "spouse"),
    PARENT("父母", "parent"),
    CHILD("子女", "child"),
    /** A member of the family whom some areas bind and others do not (SZ 16). */
    OTHER("其他家庭成员", "other relative");

    private final String zh;
    private final String en;

    Relation(String zh, String en) {
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
}
