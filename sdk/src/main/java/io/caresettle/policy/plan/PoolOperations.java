package io.caresettle.policy.plan;

/** How the pool's steps run: what it pays by bands, and the limit of what it pays. */
final class PoolOperations {

  private PoolOperations() {}

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
        working.sum(
            Formula.LESSER,
            SharingOperations.limited(wanted, paid),
            wanted,
            amount,
            before,
            0,
            paid);
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
}
