package io.caresettle.sim.adjudicate;

import io.caresettle.sim.adjudicate.AccountSheet.Part;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lays what each payer pays of a bill on its lines. */
final class Allocation {

  /** What a line was cut into, in the order in which a payer takes it. */
  private enum Piece {
    IN_SCOPE,
    FIRST,
    OVER,
    OUT
  }

  private final Working w;
  private final Map<Piece, List<Fraction>> left = new EnumMap<>(Piece.class);
  private final List<Map<String, Fraction>> paid = new ArrayList<>();

  Allocation(Working w) {
    this.w = w;
    left.put(Piece.IN_SCOPE, list(w.lines.stream().map(CutLine::inScope).toList()));
    left.put(Piece.FIRST, list(w.lines.stream().map(line -> line.firstSelfPay).toList()));
    left.put(Piece.OVER, list(w.lines.stream().map(line -> line.overLimit).toList()));
    // What no account may pay is left to cash from the start: funds take nothing of this piece.
    left.put(
        Piece.OUT,
        list(
            w.lines.stream()
                .map(line -> line.accountMayPay() ? line.outOfCatalogue : Fraction.ZERO)
                .toList()));
    for (int i = 0; i < w.lines.size(); i++) {
      paid.add(new HashMap<>());
    }
  }

  private static List<Fraction> list(List<Fraction> fractions) {
    return new ArrayList<>(fractions);
  }

  List<Judgement.Line> lines() {
    if (w.lines.isEmpty()) {
      return List.of();
    }
    lay(Payers.PERSONAL_ACCOUNT, w.accounts.first(), Piece.IN_SCOPE);
    for (PaidSheet.Payment payment : w.paid.payments) {
      Fraction rest = payment.amount.minus(take(payment.payer, payment.amount, Piece.IN_SCOPE));
      lay(payment.payer, rest, Piece.FIRST);
    }
    layParts(Payers.PERSONAL_ACCOUNT, w.accounts.accountTook());
    layParts(Payers.FAMILY_ACCOUNT, w.accounts.familyTook());
    List<Judgement.Line> lines = new ArrayList<>();
    for (int i = 0; i < w.lines.size(); i++) {
      lines.add(line(w.lines.get(i), paid.get(i)));
    }
    return lines;
  }

  private static Piece piece(Part part) {
    return switch (part) {
      case DEDUCTIBLE, COINSURANCE -> Piece.IN_SCOPE;
      case FIRST_SELF_PAY -> Piece.FIRST;
      case OVER_LIMIT -> Piece.OVER;
      case OUT_OF_CATALOGUE -> Piece.OUT;
    };
  }

  /** What an account took of the deductible and of the coinsurance is laid together. */
  private void layParts(String payer, Map<Part, Fraction> took) {
    Map<Piece, Fraction> pieces = new EnumMap<>(Piece.class);
    took.forEach((part, sum) -> pieces.merge(piece(part), sum, Fraction::plus));
    pieces.forEach((piece, sum) -> lay(payer, sum, piece));
  }

  private void lay(String payer, Fraction amount, Piece piece) {
    if (take(payer, amount, piece).compareTo(amount) < 0) {
      throw new IllegalStateException("More is paid than the lines cost: " + payer);
    }
  }

  private Fraction take(String payer, Fraction most, Piece piece) {
    if (most.isZero()) {
      return most;
    }
    List<Fraction> remainders = left.getOrDefault(piece, new ArrayList<>());
    Fraction all = Fraction.ZERO;
    for (Fraction remainder : remainders) {
      all = all.plus(remainder);
    }
    Fraction taken = most.atMost(all);
    List<Fraction> shares = w.spread.over(remainders, taken);
    for (int i = 0; i < shares.size(); i++) {
      remainders.set(i, remainders.get(i).minus(shares.get(i)));
      paid.get(i).merge(payer, shares.get(i), Fraction::plus);
    }
    return taken;
  }

  private static Judgement.Line line(CutLine line, Map<String, Fraction> shares) {
    Map<String, Long> byPayer = new HashMap<>();
    Fraction cash = line.amount;
    for (String payer : Payers.ALL) {
      Fraction share = shares.getOrDefault(payer, Fraction.ZERO);
      byPayer.put(payer, share.exact());
      cash = cash.minus(share);
    }
    byPayer.put(Payers.CASH, cash.exact());
    return new Judgement.Line(
        line.id(),
        line.amount.exact(),
        line.outOfCatalogue.exact(),
        line.overLimit.exact(),
        line.firstSelfPay.exact(),
        line.inScope().exact(),
        byPayer);
  }
}
