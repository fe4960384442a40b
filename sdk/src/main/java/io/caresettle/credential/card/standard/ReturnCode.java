package io.caresettle.credential.card.standard;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a function of the standard returns: 0, the number of a {@link StandardError}, or minus the
 * two status bytes a chip answered.
 */
public record ReturnCode(int value) {

  /** Everything went well. */
  public static final ReturnCode SUCCESS = new ReturnCode(0);

  private static final int LEAST_STATUS_WORD = 0x6000;
  private static final int MOST_STATUS_WORD = 0x9FFF;

  /**
   * @throws IllegalArgumentException when the table has no such number and it is minus no status
   *     word
   */
  public ReturnCode {
    int negated = -value;
    if (value != 0
        && StandardError.of(value).isEmpty()
        && (negated < LEAST_STATUS_WORD || negated > MOST_STATUS_WORD)) {
      throw new IllegalArgumentException(
          "A return code is 0, an error of the table or minus a status word, but found " + value);
    }
  }

  static ReturnCode of(StandardError error) {
    return new ReturnCode(error.value());
  }

  static ReturnCode ofStatusWord(int statusWord) {
    return new ReturnCode(-statusWord);
  }

  /** The error of the table, if this is one. */
  public Optional<StandardError> error() {
    return StandardError.of(value);
  }

  /** The status bytes, if this is minus such. */
  public OptionalInt statusWord() {
    return value == 0 || error().isPresent() ? OptionalInt.empty() : OptionalInt.of(-value);
  }

  /**
   * Whether a caller should try again with the centre's security module: this terminal's PSAM
   * cannot do it.
   */
  public boolean needsHsm() {
    return value == StandardError.NO_PSAM.value()
        || value == StandardError.PSAM_LACKS_ALGORITHM.value()
        || value == StandardError.PSAM_LACKS_READ_KEY.value()
        || value == StandardError.PSAM_KEY_LEVEL.value()
        || value == -0x6A88;
  }

  @Override
  public String toString() {
    return error()
        .map(error -> value + " " + error.zh() + " / " + error.en())
        .orElseGet(
            () ->
                value == 0
                    ? "0"
                    : String.format(Locale.ROOT, "%d 状态字%04X / status word", value, -value));
  }
}
