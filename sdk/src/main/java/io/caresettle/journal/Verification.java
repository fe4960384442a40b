package io.caresettle.journal;

import java.util.List;
import java.util.Optional;

/**
 * What looking through a journal's audit chain found. Whoever owns the machine can write a chain
 * anew from any link on; so only what lies under a signed head is proven, and the rest is said to
 * be unproven even where it holds.
 *
 * @param links how many links were looked at, up to the first fault
 * @param heads where each life of the journal stands, oldest first
 * @param anchored the last signed head that lies on the chain; empty where nothing is anchored
 * @param unproven how many links lie under no signed head
 * @param fault the first thing that is wrong; empty where all holds
 */
public record Verification(
    long links,
    List<AuditHead> heads,
    Optional<AuditHead> anchored,
    long unproven,
    Optional<Fault> fault) {

  public Verification {
    heads = List.copyOf(heads);
  }

  /** What can be wrong with a journal. */
  public enum Kind {
    /** A row, or its link, is not as it was linked; also rows whose places were changed. */
    CHANGED("内容被改动", "changed"),
    /** A row or a link is gone. */
    GAP("有缺失", "missing"),
    /** A row is there that nobody linked, or one was linked twice. */
    INSERTED("被插入", "inserted"),
    /** The chain ends before a head that was signed. */
    TRUNCATED("已签认之处被截断", "cut off before a signed head"),
    /** The chain has another digest where a head was signed. */
    REWRITTEN("已签认之处被重写", "written anew under a signed head"),
    /** The list of open bills is not what the records say. */
    OPEN_BILLS("未结清单与记录不符", "open bills are not what the records say");

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
   * Something that is wrong.
   *
   * @param epoch the life in which it is
   * @param link the link in that life; 0 where it has none
   * @param row what it concerns, such as "record 17"; empty where it concerns no row
   */
  public record Fault(Kind kind, String epoch, long link, String row) {
    @Override
    public String toString() {
      return (row.isEmpty() ? "" : row + " ")
          + kind.en()
          + (link == 0 ? "" : ", at link " + link)
          + (epoch.isEmpty() ? "" : " of epoch " + epoch);
    }
  }

  /** Whether nothing is wrong. */
  public boolean holds() {
    return fault.isEmpty();
  }
}
