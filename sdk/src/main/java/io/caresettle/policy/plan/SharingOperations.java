package io.caresettle.policy.plan;

import io.caresettle.money.Payer;
import io.caresettle.money.Rate;
import io.caresettle.money.RoundTo;
import java.util.OptionalInt;

/** How the sharing steps run. */
final class SharingOperations {

  private SharingOperations() {}

  /** Masks who may pay. */
  static final class UsableFunds extends Operation {
    private final long bits;

    UsableFunds(int index, Sharing.UsableFunds step) {
      super(index);
      this.bits = step.funds().stream().mapToLong(Sheet::bit).sum();
    }

    @Override
    void run(Sheet sheet, Working working) {
      long before = sheet.get(Sheet.MASK);
      sheet.set(Sheet.MASK, before & bits);
      working.nothing((before & ~bits) == 0 ? Remark.NONE : Remark.PAYER_CLOSED);
    }
  }

  /** Takes the patient's share off first. */
  static final class OffSiteFirst extends Operation {
    private final long gate;
    private final long numerator;
    private final long of;
    private final RoundTo to;

    OffSiteFirst(int index, Sharing.OffSiteFirst step, long gate) {
      super(index);
      Rate rate = step.rate().parts();
      this.gate = gate;
      this.numerator = rate.numerator();
      this.of = rate.denominator();
      this.to = step.to();
    }

    @Override
    void run(Sheet sheet, Working working) {
      if (!isOpen(sheet, gate)) {
        working.nothing(Remark.POOL_CLOSED);
        return;
      }
      long scope = sheet.get(Sheet.IN_SCOPE);
      long rounded = to.scale(scope, numerator, of);
      long first = Math.min(scope, rounded);
      sheet.set(Sheet.OFF_SITE_FIRST, first);
      sheet.set(Sheet.BASE, scope - first);
      if (working.isOn()) {
        working.add(
            Formula.PRODUCT,
            scope == 0 ? Remark.NOTHING_LEFT : Remark.NONE,
            scope,
            numerator,
            0,
            0,
            of,
            rounded,
            scope * numerator - rounded * of);
        if (first < rounded) {
          working.sum(Formula.LESSER, Remark.LIMIT_REACHED, rounded, scope, 0, 0, first);
        }
      }
    }
  }

  /** Takes the deductible; the accumulator, where there is one, grows by it. */
  static final class Deductible extends Operation {
    private final long gate;
    private final long amount;
    private final int accumulator;
    private final boolean ofTheYear;

    Deductible(int index, Sharing.Deductible step, long gate) {
      super(index);
      OptionalInt counts = step.per() == Per.VISIT ? OptionalInt.empty() : step.accumulator();
      this.gate = gate;
      this.amount = step.number().amount();
      this.accumulator = counts.orElse(-1);
      this.ofTheYear = step.per() == Per.YEAR;
    }

    @Override
    void run(Sheet sheet, Working working) {
      if (!isOpen(sheet, gate)) {
        working.nothing(Remark.POOL_CLOSED);
        return;
      }
      long base = sheet.get(Sheet.BASE);
      long before = accumulator < 0 ? 0 : sheet.after(accumulator);
      long taken = Math.min(base, Math.max(0, amount - before));
      sheet.set(Sheet.DEDUCTIBLE, taken);
      sheet.set(Sheet.BASE, base - taken);
      if (accumulator >= 0) {
        sheet.grow(accumulator, taken);
      }
      if (working.isOn()) {
        working.sum(Formula.LESSER, remark(base, taken, before), base, amount, before, 0, taken);
      }
    }

    private Remark remark(long base, long taken, long before) {
      if (base == 0) {
        return Remark.NOTHING_LEFT;
      }
      if (taken == base) {
        return Remark.ALL_BELOW;
      }
      if (taken == 0 && before >= amount && amount > 0) {
        return ofTheYear ? Remark.ALREADY_MET : Remark.MET_IN_STAY;
      }
      return Remark.NONE;
    }
  }

  /** Cuts what the pool looks at; the rest lies above the ceiling. */
  static final class CostLimit extends Operation {
    private final long gate;
    private final long amount;
    private final int accumulator;

    CostLimit(int index, Sharing.CostLimit step, long gate) {
      super(index);
      this.gate = gate;
      this.amount = step.number().amount();
      this.accumulator = step.accumulator();
    }

    @Override
    void run(Sheet sheet, Working working) {
      if (!isOpen(sheet, gate)) {
        working.nothing(Remark.POOL_CLOSED);
        return;
      }
      long wanted = sheet.get(Sheet.BASE);
      long before = sheet.after(accumulator);
      long counted = Math.min(wanted, Math.max(0, amount - before));
      sheet.set(Sheet.BASE, counted);
      sheet.set(Sheet.ABOVE_CEILING, wanted - counted);
      sheet.grow(accumulator, counted);
      if (working.isOn()) {
        working.sum(Formula.LESSER, limited(wanted, counted), wanted, amount, before, 0, counted);
      }
    }
  }

  /** The pool pays by bands. */
  static final class Bands extends Operation {
    final Cascade cascade;
    final int payer;
    private final long bit;
    private final BandPosition position;
    private final boolean telescoping;
    private final int accumulator;

    Bands(int index, Sharing.Bands step) {
      super(index);
      this.cascade = step.cascade();
      this.payer = step.payer().place();
      this.bit = Sheet.bit(step.payer());
      this.position = step.position();
      this.telescoping = step.telescoping();
      this.accumulator = step.accumulator().orElse(-1);
    }

    @Override
    void run(Sheet sheet, Working working) {
      if (!sheet.isOpen(bit)) {
        working.nothing(Remark.POOL_CLOSED);
        return;
      }
      long length = sheet.get(Sheet.BASE);
      long from =
          switch (position) {
            case INCLUDING_DEDUCTIBLE -> sheet.get(Sheet.DEDUCTIBLE);
            case ABOVE_DEDUCTIBLE -> 0;
            case YEAR_IN_SCOPE -> sheet.after(accumulator) + sheet.get(Sheet.DEDUCTIBLE);
          };
      long end = from + length;
      sheet.set(Sheet.BAND_FROM, from);
      sheet.set(Sheet.BAND_END, end);
      if (accumulator >= 0) {
        sheet.grow(accumulator, sheet.get(Sheet.DEDUCTIBLE) + length);
      }
      if (length == 0) {
        if (working.isOn()) {
          cascade.nothing(working);
        }
        return;
      }
      sheet.pay(0, payer, telescoping ? made(from, end, working) : given(from, end, working));
    }

    /** Never below nothing, which a patient's share rounded up to a whole yuan could come to. */
    private long given(long from, long end, Working working) {
      long length = end - from;
      long given = cascade.give(from, end, working);
      long paid = Math.max(0, Math.min(given, length));
      if (working.isOn() && (paid != given || cascade.bands() > 1)) {
        working.sum(Formula.LESSER, Remark.NONE, length, given, 0, 0, paid);
      }
      return paid;
    }

    /**
     * The difference that this bill makes to the year. Where the patient's share steps to a whole
     * jiao or yuan the year with it may give less than without: then it makes none.
     */
    private long made(long from, long end, Working working) {
      long length = end - from;
      long after = cascade.give(0, end, working);
      long before = cascade.give(0, from, working);
      long made = after - before;
      if (made >= 0 && made <= length) {
        working.sum(Formula.REST, Remark.NONE, after, before, 0, 0, made);
        return made;
      }
      long paid = Math.min(length, Math.max(0, made));
      working.sum(Formula.LESSER, Remark.NONE, length, after, before, 0, paid);
      return paid;
    }
  }

  /** Cuts what the pool pays; the cost that it no longer answers to lies above the ceiling. */
  static final class PaymentLimit extends Operation {
    private final Bands pool;
    private final long amount;
    private final int accumulator;

    PaymentLimit(int index, Sharing.PaymentLimit step, Bands pool) {
      super(index);
      this.pool = pool;
      this.amount = step.number().amount();
      this.accumulator = step.accumulator();
    }

    @Override
    void run(Sheet sheet, Working working) {
      if (!sheet.isOpen(pool.bit)) {
        working.nothing(Remark.POOL_CLOSED);
        return;
      }
      long wanted = sheet.layerPaid(0);
      long before = sheet.after(accumulator);
      long paid = Math.min(wanted, Math.max(0, amount - before));
      sheet.grow(accumulator, paid);
      if (working.isOn()) {
        working.sum(Formula.LESSER, limited(wanted, paid), wanted, amount, before, 0, paid);
      }
      if (paid < wanted) {
        sheet.pay(0, pool.payer, paid - wanted);
        long from = sheet.get(Sheet.BAND_FROM);
        long end = sheet.get(Sheet.BAND_END);
        long above = Math.max(0, end - from - pool.cascade.reached(from, end, paid));
        sheet.set(Sheet.ABOVE_CEILING, sheet.get(Sheet.ABOVE_CEILING) + above);
        working.sum(
            Formula.REST, Remark.LIMIT_REACHED, end - from, end - from - above, 0, 0, above);
      }
    }
  }

  /** A plan without a pool step has no gate. */
  static boolean isOpen(Sheet sheet, long gate) {
    return gate == 0 || sheet.isOpen(gate);
  }

  static Remark limited(long wanted, long counted) {
    if (wanted == 0) {
      return Remark.NOTHING_LEFT;
    }
    if (counted < wanted) {
      return counted == 0 ? Remark.LIMIT_USED_UP : Remark.LIMIT_REACHED;
    }
    return Remark.NONE;
  }

  static long gate(Payer payer) {
    return Sheet.bit(payer);
  }
}
