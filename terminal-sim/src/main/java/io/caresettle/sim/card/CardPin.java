package io.caresettle.sim.card;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The PIN of a virtual card and its try counter, which outlives a reset. */
final class CardPin {

  private static final int MOST_TRIES = 3;

  private Optional<byte[]> reference;
  private int triesLeft;

  CardPin(CardProfile.Pin pin) {
    this.reference = pin.digits().map(CardPin::packed);
    this.triesLeft = pin.triesLeft();
  }

  /**
   * VERIFY. Without data it only asks how many tries are left.
   *
   * @return whether the PIN was given and right
   */
  boolean verify(byte[] given) {
    if (given.length == 0) {
      if (reference.isPresent()) {
        throw new StatusWord(0x63C0 | triesLeft);
      }
      return false;
    }
    if (triesLeft == 0) {
      throw new StatusWord(0x6983);
    }
    if (reference.isEmpty()) {
      throw new StatusWord(0x6984);
    }
    if (!Arrays.equals(reference.get(), given)) {
      triesLeft--;
      throw new StatusWord(0x63C0 | triesLeft);
    }
    triesLeft = MOST_TRIES;
    return true;
  }

  boolean isSet() {
    return reference.isPresent();
  }

  /** CHANGE PIN: a wrong current PIN costs a try as in VERIFY. */
  void change(byte[] current, byte[] fresh) {
    if (current.length == 0 || fresh.length < 2 || fresh.length > 8) {
      throw new StatusWord(0x6A80);
    }
    verify(current);
    replace(fresh);
  }

  void unblock() {
    triesLeft = MOST_TRIES;
  }

  void replace(byte[] packedDigits) {
    reference = Optional.of(packedDigits.clone());
    triesLeft = MOST_TRIES;
  }

  /** Packed digits, an odd one filled up with F. */
  private static byte[] packed(String digits) {
    return HexFormat.of().parseHex(digits.length() % 2 == 0 ? digits : digits + "F");
  }
}
