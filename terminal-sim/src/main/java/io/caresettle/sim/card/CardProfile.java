package io.caresettle.sim.card;

import io.caresettle.credential.card.CardAlgorithm;
import java.time.Duration;
import java.util.Optional;

/**
 * What a virtual card is made of: the chip, its data, its holder, its PIN and its faults, as a card
 * file describes them. The data need not make sense: a card that contradicts itself is a test too.
 */
public record CardProfile(
    Chip chip, Holder holder, Optional<Medical> medical, Pin pin, Faults faults) {

  /** A card whose medical-insurance area is empty. */
  public CardProfile(Chip chip, Holder holder, Pin pin, Faults faults) {
    this(chip, holder, Optional.empty(), pin, faults);
  }

  /**
   * The chip and the issuer's data.
   *
   * @param historicalBytes 26 hexadecimal digits
   * @param identifier 32 hexadecimal digits, the city first
   * @param issued eight digits, or FFFFFFFF for an empty item
   * @param validUntil as {@code issued}
   * @param announcesAlgorithm whether selecting the environment names the algorithm
   */
  public record Chip(
      CardAlgorithm algorithm,
      String historicalBytes,
      String identifier,
      String number,
      String specification,
      String category,
      String issued,
      String validUntil,
      boolean announcesAlgorithm) {

    /** A chip that announces its algorithm. */
    public Chip(
        CardAlgorithm algorithm,
        String historicalBytes,
        String identifier,
        String number,
        String specification,
        String category,
        String issued,
        String validUntil) {
      this(
          algorithm,
          historicalBytes,
          identifier,
          number,
          specification,
          category,
          issued,
          validUntil,
          true);
    }
  }

  /** The holder, who is invented. */
  public record Holder(
      String name,
      String identityNumber,
      String sex,
      String ethnicGroup,
      String birthplace,
      String born) {

    /** Even an invented holder does not print. */
    @Override
    public String toString() {
      return "Holder[hidden]";
    }
  }

  /**
   * The medical-insurance area, which opens to the PIN or to the key RK1DF04.
   *
   * @param insuranceType three digits and five flags
   * @param insuredArea six digits
   * @param insuredKind two digits
   */
  public record Medical(String insuranceType, String insuredArea, String insuredKind) {
    @Override
    public String toString() {
      return "Medical[hidden]";
    }
  }

  /**
   * The card's PIN.
   *
   * @param digits empty where no PIN was set
   * @param triesLeft how many wrong tries are left
   */
  public record Pin(Optional<String> digits, int triesLeft) {
    @Override
    public String toString() {
      return "Pin[hidden, " + triesLeft + " tries left]";
    }
  }

  /**
   * What goes wrong with this card.
   *
   * @param removedAfter after so many commands the card is pulled out
   * @param deadAfter after so many commands the card stays in its slot and answers nothing any more
   * @param garbledLengthAt the answer to the command of this number, counted from 1, carries a
   *     wrong length
   * @param slow how long every command takes
   * @param answersInPieces whether long answers wait for GET RESPONSE, as many T=0 cards do
   */
  public record Faults(
      Optional<Integer> removedAfter,
      Optional<Integer> deadAfter,
      Optional<Integer> garbledLengthAt,
      Duration slow,
      boolean wrongInternalAuthentication,
      boolean applicationBlocked,
      boolean cardBlocked,
      boolean answersInPieces) {

    /** A card that works. */
    public static final Faults NONE =
        new Faults(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Duration.ZERO,
            false,
            false,
            false,
            false);

    /** The same, and every command takes {@code time}. */
    public Faults withSlow(Duration time) {
      return new Faults(
          removedAfter,
          deadAfter,
          garbledLengthAt,
          time,
          wrongInternalAuthentication,
          applicationBlocked,
          cardBlocked,
          answersInPieces);
    }

    /** The same, with long answers in pieces. */
    public Faults withAnswersInPieces() {
      return new Faults(
          removedAfter,
          deadAfter,
          garbledLengthAt,
          slow,
          wrongInternalAuthentication,
          applicationBlocked,
          cardBlocked,
          true);
    }
  }

  /** The same card with other faults. */
  public CardProfile with(Faults other) {
    return new CardProfile(chip, holder, medical, pin, other);
  }

  /** The same holder's card with another chip. */
  public CardProfile with(Chip other) {
    return new CardProfile(other, holder, medical, pin, faults);
  }

  /** The same card with another PIN. */
  public CardProfile with(Pin other) {
    return new CardProfile(chip, holder, medical, other, faults);
  }

  /** The same card written for another holder. */
  public CardProfile with(Holder other) {
    return new CardProfile(chip, other, medical, pin, faults);
  }
}
