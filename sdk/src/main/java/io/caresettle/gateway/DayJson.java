package io.caresettle.gateway;

import io.caresettle.centre.ClearingGroup;
import io.caresettle.centre.Countersigned;
import io.caresettle.centre.DaySettlement;
import io.caresettle.centre.GroupTotals;
import io.caresettle.reconciliation.DayReport;
import io.caresettle.reconciliation.Difference;
import io.caresettle.reconciliation.Remedy;
import io.caresettle.settlement.BookedAttempt;
import io.caresettle.split.BillId;
import io.caresettle.writing.Json;
import java.util.Optional;
import java.util.function.Function;

/** Two books side by side, as JSON. What is the same on both sides is counted, not listed. */
final class DayJson {

  private DayJson() {}

  /**
   * @param decision the ticket to decide on a difference; empty where there is nothing to decide
   */
  static Json of(DayReport report, Function<Difference, Optional<String>> decision) {
    Json json =
        Json.object()
            .put("day", report.day().toString())
            .put("clean", report.isClean())
            .put("reconciled", report.reconciled())
            .put("groups", report.groups().stream().map(DayJson::group).toList())
            .put(
                "differences",
                report.details().stream()
                    .filter(one -> !(one instanceof Difference.Same))
                    .map(one -> difference(one, decision))
                    .toList())
            .put(
                "carried", report.carried().stream().map(one -> difference(one, decision)).toList())
            .putTexts("unreadable", report.unreadable().stream().map(BillId::number).toList());
    report.anchor().ifPresent(anchor -> json.put("anchor", anchor(anchor)));
    return json;
  }

  private static Json anchor(Countersigned anchor) {
    return Json.object()
        .put("epoch", anchor.head().epoch())
        .put("position", anchor.head().position())
        .put("digest", anchor.head().digest())
        .put("receivedAt", anchor.receivedAt().toString());
  }

  private static Json group(DayReport.Group group) {
    ClearingGroup of = group.ours().group();
    return Json.object()
        .put("scheme", Given.wordOf(of.scheme()))
        .put("careType", Given.wordOf(of.clearingType()))
        .put("clearingOffice", of.clearingOffice())
        .put("equal", group.equal())
        .put("ours", sums(group.ours()))
        .put("centre", sums(group.centre()));
  }

  private static Json sums(GroupTotals sums) {
    return Json.object()
        .put("settled", sums.settled())
        .put("undone", sums.undone())
        .put("total", sums.total().toString())
        .put("funds", sums.funds().toString())
        .put("personalAccount", sums.personalAccount().toString())
        .put("familyAccount", sums.familyAccount().toString())
        .put("others", sums.otherLayers().toString())
        .put("institution", sums.institution().toString())
        .put("cash", sums.cash().toString());
  }

  private static Json difference(
      Difference difference, Function<Difference, Optional<String>> decision) {
    Json json = Json.object().put("bill", difference.bill().number()).put("kind", kind(difference));
    difference.ourSide().ifPresent(ours -> json.put("ours", ours(ours)));
    difference.theirSide().ifPresent(theirs -> json.put("centre", theirs(theirs)));
    decision
        .apply(difference)
        .ifPresent(ticket -> json.put("remedy", remedy(difference)).put("decision", ticket));
    return json;
  }

  private static String kind(Difference difference) {
    if (difference instanceof Difference.AmountDiffers) {
      return "amount-differs";
    } else if (difference instanceof Difference.OnlyOurs) {
      return "only-ours";
    } else if (difference instanceof Difference.OnlyTheirs) {
      return "only-theirs";
    }
    return difference instanceof Difference.CarriedOver ? "carried-over" : "same";
  }

  private static Json ours(BookedAttempt ours) {
    Json json =
        Json.object()
            .put("message", ours.messageId())
            .put("end", Given.wordOf(ours.end()))
            .put("zh", ours.end().zh())
            .put("en", ours.end().en())
            .put("day", ours.day().toString())
            .put("split", FiguresJson.split(ours.split()));
    ours.settlementId().ifPresent(id -> json.put("settlement", id));
    return json;
  }

  private static Json theirs(DaySettlement theirs) {
    Json json =
        Json.object()
            .put("message", theirs.message().messageId())
            .put("settlement", theirs.settlementId())
            .put("stands", theirs.stands())
            .put("day", theirs.businessDate().toString())
            .put("settledAt", theirs.settledAt().toString())
            .put("split", FiguresJson.split(theirs.split()));
    theirs.undoing().ifPresent(undoing -> json.put("undoneBy", undoing.by()));
    return json;
  }

  /** What confirming does; an empty object where there is nothing to confirm. */
  static Json remedy(Difference difference) {
    Json json = Json.object();
    difference
        .remedy()
        .ifPresent(remedy -> json.put("kind", kind(remedy)).put("words", remedy.words()));
    return json;
  }

  private static String kind(Remedy remedy) {
    if (remedy instanceof Remedy.ReverseAgain) {
      return "reverse-again";
    } else if (remedy instanceof Remedy.LostJournal) {
      return "lost-journal";
    }
    return remedy instanceof Remedy.TakeForAbsent ? "take-for-absent" : "dispute";
  }
}
