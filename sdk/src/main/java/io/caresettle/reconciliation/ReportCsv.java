package io.caresettle.reconciliation;

import io.caresettle.centre.ClearingGroup;
import io.caresettle.centre.DaySettlement;
import io.caresettle.centre.GroupTotals;
import io.caresettle.money.Payer;
import io.caresettle.settlement.BookedAttempt;
import io.caresettle.split.SettlementSplit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A day's report as comma-separated values. Nothing in it needs quotes but what people wrote, which
 * stands in quotes all the same.
 */
final class ReportCsv {

  private static final String HEAD =
      "line,scheme,clearing_type,clearing_office,side,bill,message,state,settlement,settled,undone,"
          + "total,funds,personal_account,family_account,other_layers,institution,cash,remedy";

  private final StringBuilder csv = new StringBuilder(HEAD).append("\r\n");

  private ReportCsv() {}

  static String of(DayReport report) {
    ReportCsv csv = new ReportCsv();
    for (DayReport.Group group : report.groups()) {
      String line = group.equal() ? "group-equal" : "group-differs";
      csv.group(line, "ours", group.ours());
      csv.group(line, "centre", group.centre());
    }
    report.bySums().forEach(attempt -> csv.ours("equal-by-sums", attempt, ""));
    report.details().forEach(csv::difference);
    report.carried().forEach(csv::difference);
    report
        .unreadable()
        .forEach(
            bill ->
                csv.row(
                    fields("unreadable", Optional.empty(), "ours", bill.number(), "", "", "", "")));
    return csv.csv.toString();
  }

  private void difference(Difference one) {
    String line = line(one);
    String remedy = one.remedy().map(r -> r.getClass().getSimpleName()).orElse("");
    one.ourSide().ifPresent(ours -> ours(line, ours, remedy));
    one.theirSide().ifPresent(theirs -> theirs(line, theirs, remedy));
  }

  static String line(Difference one) {
    if (one instanceof Difference.Same) {
      return "same";
    } else if (one instanceof Difference.AmountDiffers) {
      return "amount-differs";
    } else if (one instanceof Difference.OnlyOurs) {
      return "only-ours";
    } else if (one instanceof Difference.OnlyTheirs theirs) {
      return theirs.isUnheardOf() ? "only-theirs-lost-journal" : "only-theirs";
    }
    return "carried-over";
  }

  private void group(String line, String side, GroupTotals sums) {
    List<String> fields =
        fields(
            line,
            Optional.of(sums.group()),
            side,
            "",
            "",
            "",
            Integer.toString(sums.settled()),
            Integer.toString(sums.undone()));
    Collections.addAll(
        fields,
        sums.total().toString(),
        sums.funds().toString(),
        sums.personalAccount().toString(),
        sums.familyAccount().toString(),
        sums.otherLayers().toString(),
        sums.institution().toString(),
        sums.cash().toString());
    row(fields);
  }

  private void ours(String line, BookedAttempt ours, String remedy) {
    List<String> fields =
        fields(
            line,
            ours.group(),
            "ours",
            ours.bill().number(),
            ours.messageId(),
            ours.state(),
            "",
            "");
    fields.set(8, ours.settlementId().orElse(""));
    split(fields, ours.split());
    fields.add(remedy);
    row(fields);
  }

  private void theirs(String line, DaySettlement theirs, String remedy) {
    List<String> fields =
        fields(
            line,
            Optional.of(theirs.group()),
            "centre",
            theirs.message().bill().number(),
            theirs.message().messageId(),
            theirs.stands() ? "stands" : "undone",
            "",
            "");
    fields.set(8, theirs.settlementId());
    split(fields, theirs.split());
    fields.add(remedy);
    row(fields);
  }

  private static List<String> fields(
      String line,
      Optional<ClearingGroup> group,
      String side,
      String bill,
      String message,
      String state,
      String settled,
      String undone) {
    return new ArrayList<>(
        List.of(
            line,
            group.map(g -> g.scheme().name().toLowerCase(Locale.ROOT)).orElse(""),
            group.map(g -> g.clearingType().name().toLowerCase(Locale.ROOT)).orElse(""),
            group.map(ClearingGroup::clearingOffice).orElse(""),
            side,
            bill,
            message,
            state,
            "",
            settled,
            undone));
  }

  private static void split(List<String> fields, SettlementSplit split) {
    Collections.addAll(
        fields,
        split.total().toString(),
        Sums.funds(split).toString(),
        split.paidBy(Payer.PERSONAL_ACCOUNT).toString(),
        split.paidBy(Payer.FAMILY_ACCOUNT).toString(),
        split.paidByOthers().toString(),
        split.paidBy(Payer.INSTITUTION).toString(),
        split.paidBy(Payer.CASH).toString());
  }

  private void row(List<String> fields) {
    while (fields.size() < HEAD.split(",", -1).length) {
      fields.add("");
    }
    csv.append(String.join(",", fields.stream().map(ReportCsv::field).toList())).append("\r\n");
  }

  /**
   * A number of the centre's is the centre's to form; a spreadsheet must not take it for a formula.
   */
  private static String field(String value) {
    String safe = value.matches("[=+\\-@].*") ? "'" + value : value;
    return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
