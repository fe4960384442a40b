package io.caresettle.credential.card.standard;

import java.util.Optional;

/**
 * The standard's functions that write a card, move money on it, or take a PIN's lock away: known,
 * and answered by {@link StandardError#NOT_SUPPORTED} without a command to any card. Their steps
 * with a security module ({@code _HSM_Step1} to {@code 3}) belong to them.
 */
public enum NotHere {
  WRITE_CARD("iWriteCard", "本终端不写卡，请到发卡机构办理", "this terminal writes no card: its issuer does"),
  DO_DEBIT(
      "iDoDebit",
      "本终端不在卡内扣款，请联机结算",
      "this terminal takes no money from a card: settle with the centre"),
  READ_DEBIT_RECORD(
      "iReadDebitRecord",
      "本终端不在卡内扣款，没有扣款记录；卡内明细用iReadCard读DF04EF08",
      "nothing is taken from a card here; iReadCard reads the card's own records in DF04EF08"),
  RELOAD_PIN(
      "iReloadPIN", "本终端不重置密码，请到发卡机构办理", "this terminal resets no PIN: the card's issuer does"),
  UNBLOCK_PIN(
      "iUnblockPIN", "本终端不解锁密码，请到发卡机构办理", "this terminal unlocks no PIN: the card's issuer does");

  private final String function;
  private final String zh;
  private final String en;

  NotHere(String function, String zh, String en) {
    this.function = function;
    this.zh = zh;
    this.en = en;
  }

  /**
   * The function of this name or, for one of the steps with a security module, the one it belongs
   * to; empty where the name is another.
   */
  public static Optional<NotHere> named(String name) {
    String whole = name.replaceFirst("_HSM_Step[1-3]$", "");
    for (NotHere candidate : values()) {
      if (candidate.function.equals(whole)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** Its name in the standard. */
  public String function() {
    return function;
  }

  String text() {
    return function + ": " + zh + " / " + en;
  }
}
