package io.caresettle.sim.centre;

/** A bill that was begun at the centre and never brought to an end. */
public record Hanging(String institutionCode, String billNumber, Kind kind) {

  /** How far it came. */
  public enum Kind {
    /** There is a quote, and neither a settlement nor a reversal of it. */
    QUOTED_ONLY("只有预结算", "quoted only"),
    /** A settle message was answered, the answer was lost, and nobody asked since. */
    ANSWER_UNHEARD("结算应答丢失，无人查询", "settled, and the answer was heard by nobody"),
    /** It was cancelled, the answer was lost, and nobody asked since. */
    CANCELLATION_UNHEARD("撤销应答丢失，无人查询", "cancelled, and the answer was heard by nobody"),
    /** Half of a refund: the old bill is cancelled, and the rest was quoted and never settled. */
    CANCELLED_HALF("已撤销，剩余部分未结算", "cancelled, and the rest never settled"),
    /** Paid in cash because no settlement was possible then, and never settled since. */
    UPLOADED_ONLY("费用已上传，未结算", "uploaded as paid in cash, never settled");

    private final String zh;
    private final String en;

    Kind(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }
  }

  /** For the screen, Chinese with English beside it. */
  public String line() {
    return institutionCode + " " + billNumber + "  " + kind.zh + " " + kind.en;
  }
}
