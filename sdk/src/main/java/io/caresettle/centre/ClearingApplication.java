package io.caresettle.centre;

import java.util.Optional;

/**
 * A claim that was put to the centre, as far as it is known what became of it.
 *
 * @param messageId the message that asked for it
 * @param number the centre's own ({@code clr_appy_evt_id}); empty while nobody here knows it
 */
public record ClearingApplication(
    ClearingClaim claim, String messageId, State state, Optional<String> number) {

  /** What is known of an application. */
  public enum State {
    /** The centre has it. */
    APPLIED("已申请", "applied for"),
    /** It may have left, and no answer came: a person looks it up, and nothing is sent again. */
    UNKNOWN("结果不明", "nobody knows"),
    /** Its withdrawal may have left, and no answer came: the same holds. */
    WITHDRAWAL_UNKNOWN("撤销结果不明", "nobody knows whether it is withdrawn"),
    /** It never was, was refused, or is withdrawn. */
    NONE("未申请或已撤销", "not there");

    private final String zh;
    private final String en;

    State(String zh, String en) {
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

  /** Whether only a person can say how it stands. */
  public boolean isUnknown() {
    return state == State.UNKNOWN || state == State.WITHDRAWAL_UNKNOWN;
  }
}
