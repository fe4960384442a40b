package io.caresettle.settlement;

import io.caresettle.centre.Evidence;
import io.caresettle.centre.Receipt;
import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.split.OtherLayer;
import io.caresettle.split.SettlementSplit;
import java.util.List;

/** What is done with a settlement that stands with other figures than were confirmed. */
final class Differing {

  private Differing() {}

  static List<BillRecord> records(
      Intent intent, Receipt receipt, String freshId, UndoProfile profile) {
    BillRecord differs = new BillRecord.SettledDifferently(receipt);
    UndoProfile.Difference chosen = profile.difference(intent.particulars());
    if (chosen instanceof UndoProfile.Difference.Cancel) {
      CancelOrder order = new CancelOrder("结算金额与确认不符", intent.operator(), "");
      return List.of(differs, new BillRecord.CancelIntent(freshId, order, Evidence.NONE));
    } else if (chosen instanceof UndoProfile.Difference.AcceptUpTo accept
        && isWithin(intent.confirmed().split(), receipt.split(), accept.most())
        && unagreed(intent, receipt).equals(Money.ZERO)
        && unauthorised(intent, receipt).isEmpty()) {
      return List.of(differs, new BillRecord.DifferenceAccepted(intent.message().messageId()));
    }
    return List.of(differs);
  }

  /** What counts as out of scope beyond what was agreed to or confirmed. */
  static Money unagreed(Intent intent, Receipt receipt) {
    Agreed agreed = intent.particulars().agreed();
    Money confirmed = intent.confirmed().cut().outOfCatalogue();
    Money known = confirmed.compareTo(agreed.upTo()) < 0 ? agreed.upTo() : confirmed;
    Money settled = receipt.cut().outOfCatalogue();
    return !agreed.emergency().isEmpty() || settled.compareTo(known) <= 0
        ? Money.ZERO
        : settled.minus(known);
  }

  /** Who pays without leave. */
  static List<OtherLayer> unauthorised(Intent intent, Receipt receipt) {
    return Leave.missing(receipt.split(), intent.particulars().leave());
  }

  private static boolean isWithin(SettlementSplit confirmed, SettlementSplit is, Money most) {
    if (!confirmed.total().equals(is.total()) || !confirmed.others().equals(is.others())) {
      return false;
    }
    for (Payer payer : Payer.values()) {
      long moved =
          is.parts().getOrDefault(payer, Money.ZERO).fen()
              - confirmed.parts().getOrDefault(payer, Money.ZERO).fen();
      if (Math.abs(moved) > most.fen()) {
        return false;
      }
    }
    return true;
  }
}
