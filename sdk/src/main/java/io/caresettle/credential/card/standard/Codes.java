package io.caresettle.credential.card.standard;

import io.caresettle.credential.card.ChipStatus;
import io.caresettle.credential.card.ItemsRead;
import io.caresettle.credential.card.PinOutcome;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.DeviceFault;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What this library says, as the standard's numbers and texts. */
final class Codes {

  private static final int LEVELS_WRONG = 0x6A80;

  private Codes() {}

  static StandardResult of(CredentialRefused refused) {
    ReturnCode code =
        switch (refused.reason()) {
          case CARD_NOT_GENUINE -> ReturnCode.of(StandardError.NOT_GENUINE);
          case CARD_UNSUPPORTED -> ReturnCode.of(StandardError.WRONG_CARD_TYPE);
          case CARD_ALGORITHM_UNAVAILABLE -> ReturnCode.of(StandardError.PSAM_LACKS_ALGORITHM);
          case CARD_BLOCKED -> statusOr(refused.getCause(), StandardError.DATA_UNUSABLE);
          case CARD_DATA_INVALID -> ReturnCode.of(StandardError.DATA);
          default -> ReturnCode.of(StandardError.DATA_UNUSABLE);
        };
    return new StandardResult(code, text(refused));
  }

  static StandardResult of(DeviceFault fault) {
    ReturnCode code =
        switch (fault.kind()) {
          case CARD_REMOVED -> ReturnCode.of(StandardError.NO_CARD);
          case READER_FAILED, READER_SERVICE_LOST -> ReturnCode.of(StandardError.READER_LINK);
          case GARBLED_ANSWER -> statusOr(fault.getCause(), StandardError.DATA);
          case PSAM_MISSING -> ReturnCode.of(StandardError.NO_PSAM);
          case PSAM_LACKS_ALGORITHM -> ReturnCode.of(StandardError.PSAM_LACKS_ALGORITHM);
          case PSAM_LACKS_READ_KEY -> ReturnCode.of(StandardError.PSAM_LACKS_READ_KEY);
          case PSAM_LACKS_KEY ->
              status(fault.getCause()).filter(word -> word == LEVELS_WRONG).isPresent()
                  ? ReturnCode.of(StandardError.PSAM_KEY_LEVEL)
                  : statusOr(fault.getCause(), StandardError.PSAM_KEY_LEVEL);
          case MEDICAL_KEY_UNAVAILABLE -> ReturnCode.of(StandardError.NOT_SUPPORTED);
          case PSAM_FAILED -> statusOr(fault.getCause(), StandardError.NO_ANSWER);
          case SIGNING_FAILED -> ReturnCode.of(StandardError.LIBRARY);
        };
    return new StandardResult(code, text(fault));
  }

  static StandardResult of(PinOutcome outcome) {
    StandardError error =
        outcome instanceof PinOutcome.AnotherCard
            ? StandardError.DIFFERS_FROM_CARD
            : outcome instanceof PinOutcome.Wrong
                ? StandardError.PIN_WRONG
                : StandardError.PIN_LOCKED;
    // A card without a PIN has nothing to verify, which the standard counts as success.
    return new StandardResult(
        outcome.opensFiles() ? ReturnCode.SUCCESS : ReturnCode.of(error),
        outcome.zh() + " / " + outcome.en());
  }

  static StandardResult of(StandardError error) {
    return new StandardResult(ReturnCode.of(error), error.zh() + " / " + error.en());
  }

  /**
   * @param where what in the input, what was found there and what was expected
   */
  static StandardResult of(StandardError error, String where) {
    return new StandardResult(
        ReturnCode.of(error), error.zh() + " / " + error.en() + " (" + where + ")");
  }

  static StandardResult of(ItemsRead.Withheld withheld) {
    Optional<ReturnCode> code = chipCode(withheld.statusWord());
    return new StandardResult(
        code.orElseGet(() -> ReturnCode.of(StandardError.DATA)),
        String.format(
            Locale.ROOT,
            "卡片未给出%s，状态字%04X / The card does not give %s, status %04X",
            withheld.place(),
            withheld.statusWord(),
            withheld.place(),
            withheld.statusWord()));
  }

  private static ReturnCode statusOr(@Nullable Throwable cause, StandardError otherwise) {
    return status(cause).map(ReturnCode::ofStatusWord).orElseGet(() -> ReturnCode.of(otherwise));
  }

  /** Only what a chip may say can be negated to a code. */
  private static Optional<Integer> status(@Nullable Throwable cause) {
    return cause instanceof ChipStatus chip && isNegatable(chip.statusWord())
        ? Optional.of(chip.statusWord())
        : Optional.empty();
  }

  private static Optional<ReturnCode> chipCode(int statusWord) {
    return isNegatable(statusWord)
        ? Optional.of(ReturnCode.ofStatusWord(statusWord))
        : Optional.empty();
  }

  private static boolean isNegatable(int statusWord) {
    return statusWord >= 0x6000 && statusWord <= 0x9FFF;
  }

  private static String text(Exception e) {
    return String.valueOf(e.getMessage());
  }
}
