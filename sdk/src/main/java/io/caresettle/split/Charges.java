package io.caresettle.split;

/** What is billed: lines with the catalogue of their day, or four totals. */
public sealed interface Charges {

  BillId id();

  /** A bill with its lines. */
  record Itemized(Bill bill, Catalogue catalogue) implements Charges {
    @Override
    public BillId id() {
      return bill.id();
    }
  }

  /** A bill of which only the totals are known; the deductible of {@code cut} is not looked at. */
  record Totals(BillId id, ScopeCut cut) implements Charges {}
}
