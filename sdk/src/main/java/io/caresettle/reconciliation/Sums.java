package io.caresettle.reconciliation;

import io.caresettle.centre.ClearingGroup;
import io.caresettle.centre.GroupTotals;
import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.settlement.BookedAttempt;
import io.caresettle.settlement.BookedAttempt.End;
import io.caresettle.split.SettlementSplit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds a day's attempts up by clearing group, as the centre does. */
final class Sums {

  static final Comparator<ClearingGroup> ORDER =
      Comparator.comparing(ClearingGroup::scheme)
          .thenComparing(ClearingGroup::clearingType)
          .thenComparing(ClearingGroup::clearingOffice);

  private Sums() {}

  /** Of what stands, and of what stood and is undone; what else there is has no sum. */
  static List<GroupTotals> of(Collection<BookedAttempt> attempts) {
    Map<ClearingGroup, GroupTotals> sums = new TreeMap<>(ORDER);
    for (BookedAttempt attempt : attempts) {
      if (attempt.end().countsAsStanding() || attempt.end() == End.UNDONE) {
        attempt
            .group()
            .ifPresent(
                group -> sums.put(group, plus(sums.getOrDefault(group, nothing(group)), attempt)));
      }
    }
    return List.copyOf(sums.values());
  }

  static GroupTotals nothing(ClearingGroup group) {
    Money zero = Money.ZERO;
    return new GroupTotals(group, 0, 0, zero, zero, zero, zero, zero, zero, zero);
  }

  private static GroupTotals plus(GroupTotals sum, BookedAttempt attempt) {
    SettlementSplit split = attempt.split();
    return attempt.end() == End.UNDONE
        ? new GroupTotals(
            sum.group(),
            sum.settled(),
            sum.undone() + 1,
            sum.total(),
            sum.funds(),
            sum.personalAccount(),
            sum.familyAccount(),
            sum.otherLayers(),
            sum.institution(),
            sum.cash())
        : new GroupTotals(
            sum.group(),
            sum.settled() + 1,
            sum.undone(),
            sum.total().plus(split.total()),
            sum.funds().plus(funds(split)),
            sum.personalAccount().plus(split.paidBy(Payer.PERSONAL_ACCOUNT)),
            sum.familyAccount().plus(split.paidBy(Payer.FAMILY_ACCOUNT)),
            sum.otherLayers().plus(split.paidByOthers()),
            sum.institution().plus(split.paidBy(Payer.INSTITUTION)),
            sum.cash().plus(split.paidBy(Payer.CASH)));
  }

  static Money funds(SettlementSplit split) {
    Money funds = Money.ZERO;
    for (Payer payer : Payer.values()) {
      funds = payer.isFund() ? funds.plus(split.paidBy(payer)) : funds;
    }
    return funds;
  }
}
