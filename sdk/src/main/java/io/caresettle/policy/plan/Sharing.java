package io.caresettle.policy.plan;

import io.caresettle.money.Payer;
import io.caresettle.money.Rate;
import io.caresettle.money.RoundTo;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Steps that find the pool's share of what is in scope. */
public sealed interface Sharing extends Step {

  /** Who may pay at an institution of the key's grade; masks what is open for the visit. */
  record UsableFunds(Basis basis, Set<Payer> funds) implements Sharing {
    public UsableFunds {
      funds = Set.copyOf(funds);
    }
  }

  /** Care away from home: the patient's share of what is in scope, taken off first. */
  record OffSiteFirst(Basis basis, PolicyValue rate, RoundTo to) implements Sharing {
    @Override
    public List<PolicyValue> values() {
      return List.of(rate);
    }

    @Override
    public Optional<RoundTo> rounding() {
      return Optional.of(to);
    }
  }

  /** What the patient pays first, of a year, a visit or a stay; the accumulator grows by it. */
  record Deductible(Basis basis, PolicyValue number, Per per, OptionalInt accumulator)
      implements Sharing {
    @Override
    public List<PolicyValue> values() {
      return List.of(number);
    }
  }

  /** How much cost the pool looks at in a year; the accumulator grows by what it looks at. */
  record CostLimit(Basis basis, PolicyValue number, int accumulator) implements Sharing {
    @Override
    public List<PolicyValue> values() {
      return List.of(number);
    }
  }

  /**
   * The pool's share of what lies above the deductible, by bands. One band without an end is a
   * plain rate.
   *
   * @param bands the last, and only the last, has no end
   * @param person changes every rate for the person's class; before {@code offSite}
   * @param offSite changes every rate for care away from home
   * @param telescoping pays the difference of two sums of the year, so that visits cut otherwise
   *     come to the same
   * @param perBand rounded in each band, not once over all
   * @param patientSide the patient's share is rounded and the fund pays the rest
   * @param accumulator the year's cost, where the position is of the year
   */
  record Bands(
      Basis basis,
      Payer payer,
      BandPosition position,
      List<Band> bands,
      Optional<Adjustment> person,
      Optional<Adjustment> offSite,
      boolean telescoping,
      boolean perBand,
      boolean patientSide,
      RoundTo to,
      OptionalInt accumulator)
      implements Sharing {

    /**
     * @throws IllegalArgumentException when the bands do not ascend, or their rates have no common
     *     denominator of at most a million
     */
    public Bands {
      bands = List.copyOf(bands);
      if ((position == BandPosition.YEAR_IN_SCOPE) != accumulator.isPresent()
          || (telescoping && accumulator.isEmpty())) {
        throw new IllegalArgumentException(
            "A position of the year, and only that, has an accumulator; telescoping needs it");
      }
      cascade(bands, person, offSite, perBand, patientSide, to);
    }

    /** A plain rate of what lies above the deductible. */
    public static Bands rate(Basis basis, Payer payer, PolicyValue rate, RoundTo to) {
      return new Bands(
          basis,
          payer,
          BandPosition.ABOVE_DEDUCTIBLE,
          List.of(new Band(Optional.empty(), rate)),
          Optional.empty(),
          Optional.empty(),
          false,
          false,
          false,
          to,
          OptionalInt.empty());
    }

    /** The rates as they come out for this person and place. */
    public List<Rate> rates() {
      return rates(bands, person, offSite);
    }

    Cascade cascade() {
      return cascade(bands, person, offSite, perBand, patientSide, to);
    }

    private static Cascade cascade(
        List<Band> bands,
        Optional<Adjustment> person,
        Optional<Adjustment> offSite,
        boolean perBand,
        boolean patientSide,
        RoundTo to) {
      long[] upTo = new long[bands.size()];
      for (int k = 0; k < upTo.length; k++) {
        Optional<PolicyValue> end = bands.get(k).upTo();
        if (end.isPresent() == (k == upTo.length - 1)) {
          throw new IllegalArgumentException("The last band, and only the last, has no end");
        }
        upTo[k] = end.isPresent() ? end.get().amount() : Long.MAX_VALUE;
      }
      return new Cascade(upTo, rates(bands, person, offSite), perBand, patientSide, to);
    }

    private static List<Rate> rates(
        List<Band> bands, Optional<Adjustment> person, Optional<Adjustment> offSite) {
      List<Rate> rates = new ArrayList<>();
      for (Band band : bands) {
        rates.add(effective(band, person, offSite));
      }
      return List.copyOf(rates);
    }

    private static Rate effective(
        Band band, Optional<Adjustment> person, Optional<Adjustment> offSite) {
      Rate rate = band.rate().rate();
      if (person.isPresent()) {
        rate = person.get().raise(rate);
      }
      return (offSite.isPresent() ? offSite.get().lower(rate) : rate).reduced();
    }

    @Override
    public List<PolicyValue> values() {
      List<PolicyValue> all = new ArrayList<>();
      for (Band band : bands) {
        all.add(band.rate());
        if (band.upTo().isPresent()) {
          all.add(band.upTo().get());
        }
      }
      if (person.isPresent()) {
        all.add(person.get().value());
      }
      if (offSite.isPresent()) {
        all.add(offSite.get().value());
      }
      return List.copyOf(all);
    }

    @Override
    public Optional<RoundTo> rounding() {
      return Optional.of(to);
    }
  }

  /**
   * How much the pool pays in a year; the accumulator grows by what it pays. The cost whose payment
   * no longer fits lies above the ceiling.
   */
  record PaymentLimit(Basis basis, PolicyValue number, int accumulator) implements Sharing {
    @Override
    public List<PolicyValue> values() {
      return List.of(number);
    }
  }

  /** Every payer a pack can open or close. */
  static Set<Payer> closable() {
    return EnumSet.complementOf(EnumSet.of(Payer.CASH, Payer.INSTITUTION));
  }
}
