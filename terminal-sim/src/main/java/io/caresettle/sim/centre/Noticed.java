package io.caresettle.sim.centre;

import java.time.Instant;

/**
 * Something about a journal, or about the centre's own books, that somebody has to look at.
 *
 * @param grantedSlot the slot that a copy was given instead; -1 where none was
 */
public record Noticed(
    String institutionCode,
    int terminalSlot,
    String journalEpoch,
    Kind kind,
    int grantedSlot,
    Instant at) {

  /** What was noticed. */
  public enum Kind {
    /** The head is older than what was countersigned: the journal was restored from a backup. */
    COPY_OLDER("日志早于中心已签认的位置", "the journal is older than what was countersigned"),
    /** The head is not on the line of what was countersigned: two journals went on from one. */
    COPY_OFF_THE_LINE("日志与中心已签认的内容不一致", "the journal is not the one that was countersigned"),
    /** A journal of another life came to a slot whose own journal was there the same day. */
    SLOT_TAKEN("该终端号当日由另一日志使用", "another journal uses this slot today"),
    /** A journal came again to a slot that another one took over. */
    SLOT_TAKEN_OVER("该终端号已由另一日志接管", "another journal has taken this slot over"),
    /** A terminal holds a receipt of a head that these books know nothing of. */
    CENTRE_WAS_BEHIND("中心账簿曾恢复到较早的状态", "the centre's books were restored from an older copy");

    private final String zh;
    private final String en;

    Kind(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }
  }

  /** For the screen, Chinese with English beside it. */
  public String line() {
    String granted = grantedSlot < 0 ? "" : " -> " + grantedSlot;
    return institutionCode + " " + terminalSlot + granted + "  " + kind.zh + " " + kind.en;
  }
}
