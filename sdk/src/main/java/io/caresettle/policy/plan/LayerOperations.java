package io.caresettle.policy.plan;

import io.caresettle.money.Rate;
import io.caresettle.money.RoundTo;
import java.util.Optional;

/** How the layers run. */
final class LayerOperations {

  private LayerOperations() {}

  /**
   * What all layers have in common: a payer that may be closed, and perhaps a limit of the year.
   */
  abstract static class Paid extends Operation {
    private final int at;
    private final int payer;
    private final long bit;
    private final boolean limited;
    private final long limit;
    final int limitAccumulator;

    Paid(int index, int at, Layer step, Optional<Limit> limit) {
      super(index);
      this.at = at;
      this.payer = step.payer().place();
      this.bit = Sheet.bit(step.payer());
      this.limited = limit.isPresent();
      this.limit = limit.isPresent() ? limit.get().value().amount() : 0;
      this.limitAccumulator = limit.isPresent() ? limit.get().accumulator() : -1;
    }

    @Override
    final void run(Sheet sheet, Working working) {
      if (!sheet.isOpen(bit)) {
        working.nothing(Remark.PAYER_CLOSED);
        return;
      }
      long paid = wanted(sheet, working);
      if (limited) {
        long before = sheet.after(limitAccumulator);
        long wanted = paid;
        paid = Math.min(wanted, Math.max(0, limit - before));
        sheet.grow(limitAccumulator, paid);
        if (working.isOn()) {
          // Why nothing was wanted was said above; it need not be that nothing is left.
          Remark remark = wanted == 0 ? Remark.NONE : SharingOperations.limited(wanted, paid);
          working.sum(Formula.LESSER, remark, wanted, limit, before, 0, paid);
        }
      }
      sheet.pay(at, payer, paid);
    }

    /** What it would pay without its limit. */
    abstract long wanted(Sheet sheet, Working working);
  }

  /** A rate of a base, rounded, but no more than is left. */
  private static final class Share {
    private final long numerator;
    private final long of;
    private final RoundTo to;

    Share(PolicyValue value, RoundTo to) {
      Rate rate = value.parts();
      this.numerator = rate.numerator();
      this.of = rate.denominator();
      this.to = to;
    }

    long of(long base, Remark none, long left, Working working) {
      long rounded = to.scale(base, numerator, of);
      long paid = Math.min(rounded, left);
      if (working.isOn()) {
        working.add(
            Formula.PRODUCT,
            remark(base, none),
            base,
            numerator,
            0,
            0,
            of,
            rounded,
            base * numerator - rounded * of);
        if (paid < rounded) {
          working.sum(Formula.LESSER, Remark.LEFT_LESS, rounded, left, 0, 0, paid);
        }
      }
      return paid;
    }

    private Remark remark(long base, Remark none) {
      if (base == 0) {
        return none;
      }
      return numerator == 0 ? Remark.NOT_FOR_PERSON : Remark.NONE;
    }
  }

  /** Pays above the pool's ceiling. */
  static final class LargeSum extends Paid {
    private final Share share;
    private final boolean aboveCeiling;

    LargeSum(int index, int at, Layer.LargeSum step, boolean aboveCeiling) {
      super(index, at, step, step.limit());
      this.share = new Share(step.rate(), step.to());
      this.aboveCeiling = aboveCeiling;
    }

    @Override
    long wanted(Sheet sheet, Working working) {
      long base = aboveCeiling ? sheet.get(Sheet.ABOVE_CEILING) : aboveDeductible(sheet);
      // A rounding to whole yuan can come to more than the base.
      long left = Math.min(base, remainingInScope(sheet));
      return share.of(base, Remark.BELOW_CEILING, left, working);
    }
  }

  /** Pays the difference that this bill makes to the year's sum of tiers. */
  static final class CriticalIllness extends Paid {
    private final Cascade cascade;
    private final int accumulator;
    private final boolean deductible;
    private final boolean remainder;
    private final boolean firstSelfPay;
    private final boolean offSiteFirst;
    private final long threshold;

    CriticalIllness(int index, int at, Layer.CriticalIllness step) {
      super(index, at, step, step.limit());
      this.cascade = step.cascade();
      this.accumulator = step.accumulator();
      this.deductible = step.base().contains(BasePart.DEDUCTIBLE);
      this.remainder = step.base().contains(BasePart.IN_SCOPE_REMAINDER);
      this.firstSelfPay = step.base().contains(BasePart.FIRST_SELF_PAY);
      this.offSiteFirst = step.base().contains(BasePart.OFF_SITE_FIRST);
      this.threshold = step.tiers().get(0).above().amount();
    }

    @Override
    long wanted(Sheet sheet, Working working) {
      long a = deductible ? sheet.get(Sheet.DEDUCTIBLE) : 0;
      long b = remainder ? remainingAboveDeductible(sheet) : 0;
      long c = firstSelfPay ? sheet.get(Sheet.FIRST_SELF_PAY) : 0;
      long d = offSiteFirst ? sheet.get(Sheet.OFF_SITE_FIRST) : 0;
      long base = a + b + c + d;
      long before = sheet.after(accumulator);
      long after = before + base;
      sheet.set(Sheet.CRITICAL_BASE, base);
      sheet.grow(accumulator, base);
      working.sum(Formula.SUM, base == 0 ? Remark.NOTHING_LEFT : Remark.NONE, a, b, c, d, base);
      if (before > 0 && base > 0) {
        working.sum(Formula.SUM, Remark.NONE, before, base, 0, 0, after);
      }
      if (after <= threshold || base == 0) {
        working.sum(Formula.LESSER, Remark.NOT_ABOVE, 0, after, threshold, 0, 0);
        return 0;
      }
      long with = cascade.give(0, after, working);
      long without = cascade.give(0, before, working);
      long given = with - without;
      if (without != 0 || !cascade.endsWithItsSum()) {
        working.sum(Formula.REST, Remark.NONE, with, without, 0, 0, given);
      }
      // Others may have paid what counts as burden, and a rounding can come to more than it.
      long left = Math.min(base, left(sheet));
      long paid = Math.min(given, left);
      if (working.isOn() && paid < given) {
        working.sum(Formula.LESSER, Remark.LEFT_LESS, given, left, 0, 0, paid);
      }
      return paid;
    }

    /** What no fund has paid yet of the costs that can count. */
    private long left(Sheet sheet) {
      long whole = sheet.get(Sheet.IN_SCOPE) - sheet.get(Sheet.ACCOUNT_FIRST);
      long first = firstSelfPay ? sheet.get(Sheet.FIRST_SELF_PAY) : 0;
      return Math.max(0, whole + first - sheet.get(Sheet.FUNDS));
    }
  }

  /** Pays a rate of its base, or a fixed amount. */
  static final class Supplement extends Paid {
    private final LayerBase base;
    private final long fixed;
    private final Share share;

    Supplement(int index, int at, Layer.Supplement step) {
      super(index, at, step, step.limit());
      this.base = step.base();
      this.fixed = step.value().amount();
      this.share = new Share(step.value(), step.to().orElse(RoundTo.HALF_UP_FEN));
    }

    @Override
    long wanted(Sheet sheet, Working working) {
      long left = remainingInScope(sheet);
      if (base == LayerBase.FIXED) {
        long paid = Math.min(fixed, left);
        working.sum(
            Formula.LESSER, left == 0 ? Remark.NOTHING_LEFT : Remark.NONE, fixed, left, 0, 0, paid);
        return paid;
      }
      return share.of(base(base, sheet), Remark.NOTHING_LEFT, left, working);
    }
  }

  /** Helps with what the layers before left. */
  static final class MedicalAid extends Paid {
    private final LayerBase base;
    private final long above;
    private final Share share;

    MedicalAid(int index, int at, Layer.MedicalAid step) {
      super(index, at, step, step.limit());
      this.base = step.base();
      this.above = step.above().isPresent() ? step.above().get().amount() : 0;
      this.share = new Share(step.rate(), step.to());
    }

    @Override
    long wanted(Sheet sheet, Working working) {
      long left = base(base, sheet);
      long helped = Math.max(0, left - above);
      if (above > 0) {
        working.sum(
            Formula.LESSER,
            helped == 0 ? Remark.NOT_ABOVE : Remark.NONE,
            left,
            left,
            above,
            0,
            helped);
      }
      return share.of(helped, Remark.NOTHING_LEFT, remainingInScope(sheet), working);
    }
  }

  private static long base(LayerBase base, Sheet sheet) {
    return switch (base) {
      case IN_SCOPE -> sheet.get(Sheet.IN_SCOPE) - sheet.get(Sheet.ACCOUNT_FIRST);
      case ABOVE_DEDUCTIBLE -> aboveDeductible(sheet);
      case REMAINING_IN_SCOPE -> remainingInScope(sheet);
      case REMAINING_ABOVE_DEDUCTIBLE -> remainingAboveDeductible(sheet);
      case FIXED -> 0;
    };
  }

  private static long aboveDeductible(Sheet sheet) {
    return sheet.get(Sheet.IN_SCOPE)
        - sheet.get(Sheet.OFF_SITE_FIRST)
        - sheet.get(Sheet.ACCOUNT_FIRST)
        - sheet.get(Sheet.DEDUCTIBLE);
  }

  private static long remainingAboveDeductible(Sheet sheet) {
    return Math.max(0, aboveDeductible(sheet) - sheet.get(Sheet.FUNDS));
  }

  private static long remainingInScope(Sheet sheet) {
    long left = sheet.get(Sheet.IN_SCOPE) - sheet.get(Sheet.ACCOUNT_FIRST);
    return Math.max(0, left - sheet.get(Sheet.FUNDS));
  }
}
