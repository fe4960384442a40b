package io.caresettle.sim.adjudicate;

import io.caresettle.sim.adjudicate.AccountSheet.Part;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lays what each payer pays of a bill on its lines. */
final class Allocation {

  /** What a line was cut into, in the order in which a payer takes it. */
  private enum Piece {
    IN_SCOPE,
    FIRST,
    OVER,
    OUT
  }

  private static final Set<Piece> OF_FUNDS = Set.of(Piece.IN_SCOPE, Piece.FIRST);

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
    lay(Payers.PERSONAL_ACCOUNT, w.accounts.first(), Set.of(Piece.IN_SCOPE));
    for (PaidSheet.Payment payment : w.paid.payments) {
      lay(payment.payer, payment.amount, OF_FUNDS);
    }
    lay(Payers.PERSONAL_ACCOUNT, w.accounts.afterFunds(), pieces(w.accounts.accountParts()));
    lay(Payers.FAMILY_ACCOUNT, w.accounts.ofFamily(), pieces(w.accounts.familyParts()));
    List<Judgement.Line> lines = new ArrayList<>();
    for (int i = 0; i < w.lines.size(); i++) {
      lines.add(line(w.lines.get(i), paid.get(i)));
    }
    return lines;
  }

  private static Set<Piece> pieces(List<Part> mayPay) {
    Set<Piece> pieces = EnumSet.noneOf(Piece.class);
    for (Part part : mayPay) {
      pieces.add(
          switch (part) {
            case DEDUCTIBLE, COINSURANCE -> Piece.IN_SCOPE;
            case FIRST_SELF_PAY -> Piece.FIRST;
            case OVER_LIMIT -> Piece.OVER;
            case OUT_OF_CATALOGUE -> Piece.OUT;
          });
    }
    return pieces;
  }

  private void lay(String payer, Fraction amount, Set<Piece> allowed) {
    Fraction rest = layOn(payer, amount, allowed);
    // An account that may pay the deductible only can have taken so much of what is in scope that
    // the family's share finds too little there; it lies on what else is left, so no fen is lost.
    Fraction nowhere = layOn(payer, rest, Set.of(Piece.values()));
    if (!nowhere.isZero()) {
      throw new IllegalStateException("More is paid than the lines cost: " + payer);
    }
  }

  private Fraction layOn(String payer, Fraction amount, Set<Piece> allowed) {
    Fraction rest = amount;
    for (Piece piece : Piece.values()) {
      if (allowed.contains(piece)) {
        rest = rest.minus(take(payer, rest, left.getOrDefault(piece, new ArrayList<>())));
      }
    }
    return rest;
  }

  private Fraction take(String payer, Fraction rest, List<Fraction> remainders) {
    Fraction all = Fraction.ZERO;
    for (Fraction remainder : remainders) {
      all = all.plus(remainder);
    }
    Fraction taken = rest.atMost(all);
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
