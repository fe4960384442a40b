package io.caresettle.sim.adjudicate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Rates that change along a bill, or along a year.
 *
 * @param accumulator the year's costs in scope, where the position counts them
 */
record Bands(
    String payer,
    Position position,
    List<Band> bands,
    Optional<Adjustment> person,
    Optional<Adjustment> offSite,
    boolean telescoping,
    boolean eachBandRounded,
    boolean patientSide,
    Rounding rounding,
    Optional<String> accumulator)
    implements Pooling {

  /** Where on the scale of the bands a bill lies. */
  enum Position {
    BILL_INCLUDING_DEDUCTIBLE,
    BILL_ABOVE_DEDUCTIBLE,
    YEAR_IN_SCOPE
  }

  /** A band reaches up to its bound and includes it (SZ 80); the last has none. */
  record Band(Optional<Value> upTo, Value rate) {}

  /** How a person's class, or care elsewhere, changes every rate. */
  record Adjustment(Style style, Value value) {

    enum Style {
      /** The person's points are added. */
      MORE_POINTS,
      /** Care elsewhere takes points away. */
      FEWER_POINTS,
      /** The person's own share is multiplied. */
      SELF_FACTOR,
      /** The fund's share is multiplied. */
      MULTIPLIER
    }

    Fraction change(Fraction rate, Fraction by) {
      return switch (style) {
        case MORE_POINTS -> rate.plus(by).atMost(Fraction.ONE);
        case FEWER_POINTS -> rate.beyond(by);
        case SELF_FACTOR -> Fraction.ONE.minus(Fraction.ONE.minus(rate).times(by));
        case MULTIPLIER -> rate.times(by);
      };
    }
  }

  private static final BigInteger MOST_PARTS = BigInteger.valueOf(1_000_000);

  @Override
  public void run(Working w) {
    if (!w.counts()) {
      return;
    }
    Fraction start =
        switch (position) {
          case BILL_INCLUDING_DEDUCTIBLE -> w.deductible;
          case BILL_ABOVE_DEDUCTIBLE -> Fraction.ZERO;
          case YEAR_IN_SCOPE -> accumulator.map(w::soFar).orElse(Fraction.ZERO).plus(w.deductible);
        };
    Fraction end = start.plus(w.looked());
    w.stretches = stretches(w, start, end);
    BigInteger share =
        telescoping
            ? share(stretches(w, Fraction.ZERO, end))
                .subtract(share(stretches(w, Fraction.ZERO, start)))
            : share(w.stretches);
    // Rounding the patient's part up to whole yuan can leave less than nothing.
    Pooling.pay(w, payer, new Fraction(share.max(BigInteger.ZERO), BigInteger.ONE));
    accumulator.ifPresent(name -> w.grow(name, w.deductible.plus(w.looked())));
  }

  /** The interval above {@code start} up to {@code end}, cut at the bounds. */
  private List<Working.Stretch> stretches(Working w, Fraction start, Fraction end) {
    List<Working.Stretch> cut = new ArrayList<>();
    Fraction bottom = Fraction.ZERO;
    for (Band band : bands) {
      Fraction bound = band.upTo().map(w::number).orElse(end);
      Fraction length = end.atMost(bound).beyond(larger(bottom, start));
      cut.add(new Working.Stretch(length, rate(band, w::number)));
      bottom = bound;
    }
    return cut;
  }

  private static Fraction larger(Fraction a, Fraction b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  /** The band's rate for this person in this place: first the person counts, then the place. */
  private Fraction rate(Band band, Function<Value, Fraction> numbers) {
    Fraction rate = numbers.apply(band.rate());
    for (Adjustment adjustment : Pooling.together(Pooling.together(List.of(), person), offSite)) {
      rate = adjustment.change(rate, numbers.apply(adjustment.value()));
    }
    return rate.reduced();
  }

  @Override
  public void check(Function<Value, Fraction> numbers) {
    requireParts(
        bands.get(0).rate().name(), bands.stream().map(band -> rate(band, numbers)).toList());
  }

  /** A till counts in whole parts: the rates of a step must have so few in common. */
  static void requireParts(String subject, List<Fraction> rates) {
    BigInteger common = BigInteger.ONE;
    for (Fraction rate : rates) {
      BigInteger under = rate.reduced().under();
      common = common.divide(common.gcd(under)).multiply(under);
    }
    if (common.compareTo(MOST_PARTS) > 0) {
      throw new CannotAdjudicate(
          CannotAdjudicate.Reason.MALFORMED_PACK,
          subject,
          "rates without a common denominator of at most " + MOST_PARTS + ": " + subject);
    }
  }

  /** The pool's share of these stretches, in whole fen. */
  private BigInteger share(List<Working.Stretch> cut) {
    Fraction lengths = Fraction.ZERO;
    Fraction unrounded = Fraction.ZERO;
    Fraction rounded = Fraction.ZERO;
    for (Working.Stretch stretch : cut) {
      Fraction sideRate = patientSide ? Fraction.ONE.minus(stretch.rate()) : stretch.rate();
      Fraction part = stretch.length().times(sideRate);
      lengths = lengths.plus(stretch.length());
      unrounded = unrounded.plus(part);
      rounded = rounded.plus(rounding.of(part));
    }
    Fraction side = eachBandRounded ? rounded : rounding.of(unrounded);
    return patientSide ? lengths.whole().subtract(side.whole()) : side.whole();
  }

  @Override
  public List<Value> values() {
    List<Value> all = new ArrayList<>(bounds());
    bands.forEach(band -> all.add(band.rate()));
    return Pooling.together(
        Pooling.together(all, person.map(Adjustment::value)), offSite.map(Adjustment::value));
  }

  List<Value> bounds() {
    return bands.stream().flatMap(band -> band.upTo().stream()).toList();
  }

  @Override
  public Optional<String> ownAccumulator() {
    return accumulator;
  }
}
