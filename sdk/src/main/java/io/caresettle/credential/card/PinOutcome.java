package io.caresettle.credential.card;

/** What a card said to a PIN. */
public sealed interface PinOutcome {

  /** The PIN is right. */
  record Accepted() implements PinOutcome {}

  /**
   * The PIN is wrong, and the card counted it.
   *
   * @param triesLeft how many tries are left before the PIN locks, at least 1
   */
  record Wrong(int triesLeft) implements PinOutcome {}

  /** The PIN is locked: only the card's issuer unlocks it. */
  record Locked() implements PinOutcome {}

  /** The card has no PIN, and was given none. */
  record NoPinSet() implements PinOutcome {}

  /** The card in the slot is another than the one meant, and was given no PIN. */
  record AnotherCard() implements PinOutcome {}

  /** Whether the files that ask for a PIN are open now. */
  default boolean opensFiles() {
    return this instanceof Accepted || this instanceof NoPinSet;
  }

  /** For the screen. */
  default String zh() {
    if (this instanceof Wrong wrong) {
      return "密码错误，还可再试" + wrong.triesLeft() + "次";
    }
    if (this instanceof AnotherCard) {
      return "不是同一张卡，密码未发送";
    }
    return this instanceof Accepted
        ? "密码正确"
        : this instanceof Locked ? "密码已锁定，请持卡人到发卡机构办理" : "卡片未设置密码";
  }

  /** For the screen, beside the Chinese. */
  default String en() {
    if (this instanceof Wrong wrong) {
      return "Wrong PIN: " + wrong.triesLeft() + " more tries";
    }
    if (this instanceof AnotherCard) {
      return "Another card is in the slot: no PIN was sent to it";
    }
    return this instanceof Accepted
        ? "The PIN is right"
        : this instanceof Locked
            ? "The PIN is locked: its issuer must unlock it"
            : "The card has no PIN";
  }
}
