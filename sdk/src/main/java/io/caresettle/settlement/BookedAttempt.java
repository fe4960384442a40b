package io.caresettle.settlement;

import io.caresettle.centre.ClearingGroup;
import io.caresettle.split.BillId;
import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One attempt to settle a bill as this terminal's book holds it, to be laid beside the centre's.
 *
 * @param messageId the settle message, by which the centre's book finds it, too
 * @param last whether no other attempt of the bill began after it: only of the last one can
 *     anything be decided
 * @param state the name of the state, for people
 * @param booked whether the caller ever had it as standing
 * @param day the centre's day, by its receipt, or else by the quote that was to be settled
 * @param group empty in records of versions that did not keep the kind of care
 * @param settlementId by the receipt, or by the word that undid it; empty where the centre is not
 *     known to have settled it
 * @param cut as settled, or else as confirmed
 * @param split as settled, or else as confirmed
 */
public record BookedAttempt(
    BillId bill,
    String messageId,
    boolean last,
    End end,
    String state,
    boolean booked,
    LocalDate day,
    Optional<ClearingGroup> group,
    Optional<String> settlementId,
    ScopeCut cut,
    SettlementSplit split) {

  /** What is known of its end, as far as a sum or a comparison cares. */
  public enum End {
    /** It stands. */
    STANDS("已结算", "stands"),
    /** It stands with other figures, and nobody has decided. */
    UNDECIDED("金额待确认", "stands, undecided"),
    /** It stood, and is being cancelled. */
    BEING_CANCELLED("撤销中", "being cancelled"),
    /** It stood, and is undone. */
    UNDONE("已撤销或冲正", "undone"),
    /** It does not stand, and may never have stood. */
    ABSENT("未成立", "does not stand"),
    /** Nobody knows, or it is being reversed. */
    OPEN("结果未知", "open"),
    /** Both sides disagree. */
    DISPUTED("有争议", "disputed");

    private final String zh;
    private final String en;

    End(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    public String zh() {
      return zh;
    }

    public String en() {
      return en;
    }

    /** Whether the centre's book, as far as is known here, has it among those that stand. */
    public boolean countsAsStanding() {
      return this == STANDS || this == UNDECIDED || this == BEING_CANCELLED;
    }

    /** Whether something is still to become of it. */
    public boolean isCarriedOver() {
      return this == UNDECIDED || this == BEING_CANCELLED || this == OPEN || this == DISPUTED;
    }
  }
}
