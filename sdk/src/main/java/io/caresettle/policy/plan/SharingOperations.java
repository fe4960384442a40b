package io.caresettle.policy.plan;

import io.caresettle.money.Payer;
import io.caresettle.money.Rate;
import io.caresettle.money.RoundTo;
import java.util.OptionalInt;

/** How the sharing steps before the pool run. */
final class SharingOperations {

  private SharingOperations() {}

  /** Masks who may pay. */
  static final class UsableFunds extends Operation {
    private final long bits;

    UsableFunds(int index, Sharing.UsableFunds step) {
      super(index);
      long usable = 0;
      for (Payer payer : step.funds()) {
        usable |= Sheet.bit(payer);
      }
      this.bits = usable;
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
