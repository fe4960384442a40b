package io.caresettle.credential.card;

import java.util.Locale;

/**
 * The two status bytes with which a chip said no: the cause of a refusal or a fault, for those who
 * pass the status word on. It carries no other byte of the answer.
 */
public final class ChipStatus extends Exception {

  private static final long serialVersionUID = 1L;

  private final int statusWord;

  ChipStatus(int statusWord) {
    super(String.format(Locale.ROOT, "status %04X", statusWord));
    this.statusWord = statusWord;
  }

  /** Such as 0x6983. */
  public int statusWord() {
    return statusWord;
  }
}
