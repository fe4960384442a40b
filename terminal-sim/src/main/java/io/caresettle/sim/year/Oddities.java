package io.caresettle.sim.year;

import io.caresettle.eligibility.Injury;
import java.util.List;
import java.util.Optional;

/** Throws what is out of the ordinary about a bill; nearly always nothing. */
final class Oddities {

  private final Dice dice;

  Oddities(Dice dice) {
    this.dice = dice;
  }

  Wish.Odd any() {
    return switch (dice.weighted(List.of(84, 5, 4, 1, 2, 4))) {
      case 0 -> Wish.Odd.NOTHING;
      case 1 -> Wish.Odd.EMERGENCY;
      case 2 -> new Wish.Odd(false, Optional.of(injury()), false, false, false, false, "");
      case 3 -> new Wish.Odd(false, Optional.empty(), true, false, false, false, "");
      case 4 -> new Wish.Odd(false, Optional.empty(), false, true, false, false, "");
      default -> new Wish.Odd(false, Optional.empty(), false, false, false, false, "D9");
    };
  }

  private Injury injury() {
    Injury.OtherPayer other = dice.of(List.of(Injury.OtherPayer.values()));
    return new Injury(other, dice.percent(80) ? Optional.of("DECL1") : Optional.empty());
  }

  /** Of a purchase: by certificate, or of drugs that hospitals and pharmacies both sell. */
  Wish.Odd bought(int certified, int dualChannel) {
    return new Wish.Odd(
        false,
        Optional.empty(),
        false,
        false,
        dice.percent(certified),
        dice.percent(dualChannel),
        "");
  }
}
