package io.caresettle.reimbursement;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.caresettle.eligibility.Finding;
import io.caresettle.eligibility.Gap;
import io.caresettle.eligibility.InsuredKind;
import io.caresettle.eligibility.Notice;
import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.money.Quantity;
import io.caresettle.money.Rate;
import io.caresettle.money.UnitPrice;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.settlement.TextBody;
import io.caresettle.split.BillId;
import io.caresettle.split.SettlementSplit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A claim slip as the journal keeps it, and back. The person's number is in it, because a late
 * settlement must be the same person's; the journal seals every body.
 */
final class ClaimSlipBody {

  private ClaimSlipBody() {}

  static String write(ClaimSlip slip) {
    TextBody body = new TextBody();
    ClaimSlip.Issued issued = slip.issued();
    ClaimSlip.Care care = slip.care();
    body.put("reason", slip.reason())
        .put("institution-name", issued.institutionName())
        .put("area", issued.area())
        .put("terminal-slot", issued.terminalSlot())
        .put("operator", issued.operator())
        .put("issued-at", issued.at())
        .put("visit", care.visitNumber())
        .put("care", care.careType())
        .put("service-date", care.serviceDate())
        .put("last-day", care.lastDay())
        .put("uploaded", care.uploaded())
        .put("emergency", care.emergency())
        .put("disease", care.disease())
        .put("department", care.department())
        .put("prescriber", care.prescriber())
        .put("declaration", care.declaration())
        .put("masked-name", slip.maskedName())
        .put("test-figures", slip.testFigures());
    slip.insured().ifPresent(insured -> insured(body, insured));
    body.put("findings", slip.why().size());
    for (int i = 0; i < slip.why().size(); i++) {
      finding(body, "finding." + i, slip.why().get(i));
    }
    body.put("notices", slip.notices().size());
    for (int i = 0; i < slip.notices().size(); i++) {
      Notice notice = slip.notices().get(i);
      body.put("notice." + i + ".rule", notice.rule())
          .put("notice." + i + ".article", notice.article())
          .put("notice." + i + ".zh", notice.zh())
          .put("notice." + i + ".en", notice.en());
    }
    body.put("lines", slip.lines().size());
    for (int i = 0; i < slip.lines().size(); i++) {
      line(body, "line." + i, slip.lines().get(i));
    }
    split(body, "paid", slip.paid());
    FundSharesBody.write(body, slip.shares());
    slip.borne()
        .ifPresent(
            borne ->
                body.put("borne", borne.bearer())
                    .put(
                        "borne.funds",
                        borne.funds().stream().sorted().map(Payer::name).collect(joining(" ")))
                    .put(
                        "borne.until",
                        borne.mayBeMadeGoodUntil().map(LocalDate::toString).orElse(""))
                    .put("borne.afterwards", borne.payableAfterwards())
                    .put("borne.article", borne.article()));
    body.put("claim.agency", slip.claim().agencyArea())
        .put("claim.until", slip.claim().until().map(LocalDate::toString).orElse(""))
        .put("claim.article", slip.claim().article())
        .put("claim.test-figure", slip.claim().testFigure());
    return body.toString();
  }

  private static void insured(TextBody body, ClaimSlip.Insured insured) {
    body.put("person", insured.personNumber());
    insured
        .enrolment()
        .ifPresent(
            enrolled ->
                body.put("enrolled.area", enrolled.area())
                    .put("enrolled.scheme", enrolled.scheme())
                    .put("enrolled.kind", enrolled.kind())
                    .put("enrolled.category", enrolled.category()));
  }

  private static void finding(TextBody body, String name, Finding finding) {
    body.put(name + ".payer", finding.payer())
        .put(name + ".open", finding.open())
        .put(name + ".rule", finding.rule())
        .put(name + ".article", finding.article())
        .put(name + ".zh", finding.zh())
        .put(name + ".en", finding.en())
        .put(name + ".until", finding.until().map(LocalDate::toString).orElse(""));
    finding
        .remedy()
        .ifPresent(r -> body.put(name + ".remedy.zh", r.zh()).put(name + ".remedy.en", r.en()));
  }

  private static void line(TextBody body, String name, ClaimSlip.Line line) {
    body.put(name + ".id", line.lineId())
        .put(name + ".code", line.code())
        .put(name + ".name", line.name())
        .put(name + ".class", line.catalogueClass())
        .put(name + ".price", line.unitPrice())
        .put(name + ".quantity", line.quantity())
        .put(name + ".total", line.total());
    line.firstSelfPay()
        .ifPresent(
            rate ->
                body.put(name + ".self-pay", rate.numerator())
                    .put(name + ".self-pay-of", rate.denominator()));
  }

  static void split(TextBody body, String name, SettlementSplit split) {
    body.put(name + ".total", split.total());
    split.parts().forEach((payer, amount) -> body.put(name + "." + payer, amount));
  }

  /**
   * @throws IllegalArgumentException or {@link java.time.DateTimeException} when it is no slip
   */
  static ClaimSlip read(BillId bill, String text) {
    TextBody body = TextBody.parse(text);
    return new ClaimSlip(
        bill,
        ClaimReason.valueOf(body.get("reason")),
        new ClaimSlip.Issued(
            body.get("institution-name"),
            body.get("area"),
            Integer.parseInt(body.get("terminal-slot")),
            body.get("operator"),
            Instant.parse(body.get("issued-at"))),
        new ClaimSlip.Care(
            body.get("visit"),
            CareType.valueOf(body.get("care")),
            LocalDate.parse(body.get("service-date")),
            LocalDate.parse(body.get("last-day")),
            LocalDate.parse(body.get("uploaded")),
            Boolean.parseBoolean(body.get("emergency")),
            body.get("disease"),
            body.get("department"),
            body.get("prescriber"),
            body.get("declaration")),
        body.get("masked-name"),
        there(body, "person").map(number -> insured(body, number)),
        list(body, "findings", i -> finding(body, "finding." + i)),
        list(body, "notices", i -> notice(body, "notice." + i)),
        list(body, "lines", i -> line(body, "line." + i)),
        split(body, "paid"),
        FundSharesBody.read(body),
        there(body, "borne")
            .map(
                bearer ->
                    new ClaimSlip.Borne(
                        Gap.Bearer.valueOf(bearer),
                        there(body, "borne.funds")
                            .map(words -> words.split(" ", -1))
                            .map(words -> Stream.of(words).map(Payer::valueOf).collect(toSet()))
                            .orElse(Set.of()),
                        Boolean.parseBoolean(body.get("borne.afterwards")),
                        there(body, "borne.until").map(LocalDate::parse),
                        body.get("borne.article"))),
        new HandClaim(
            body.get("claim.agency"),
            there(body, "claim.until").map(LocalDate::parse),
            body.get("claim.article"),
            Boolean.parseBoolean(body.get("claim.test-figure"))),
        Boolean.parseBoolean(body.get("test-figures")),
        false);
  }

  private static ClaimSlip.Insured insured(TextBody body, String number) {
    return new ClaimSlip.Insured(
        number,
        there(body, "enrolled.area")
            .map(
                area ->
                    new ClaimSlip.Enrolled(
                        area,
                        Scheme.valueOf(body.get("enrolled.scheme")),
                        InsuredKind.valueOf(body.get("enrolled.kind")),
                        InsuredCategory.valueOf(body.get("enrolled.category")))));
  }

  private static Finding finding(TextBody body, String name) {
    return new Finding(
        Payer.valueOf(body.get(name + ".payer")),
        Boolean.parseBoolean(body.get(name + ".open")),
        body.get(name + ".rule"),
        body.get(name + ".article"),
        body.get(name + ".zh"),
        body.get(name + ".en"),
        there(body, name + ".until").map(LocalDate::parse),
        there(body, name + ".remedy.zh")
            .map(zh -> new Finding.Remedy(zh, body.get(name + ".remedy.en"))));
  }

  private static Notice notice(TextBody body, String name) {
    return new Notice(
        body.get(name + ".rule"),
        body.get(name + ".article"),
        body.get(name + ".zh"),
        body.get(name + ".en"));
  }

  private static ClaimSlip.Line line(TextBody body, String name) {
    return new ClaimSlip.Line(
        body.get(name + ".id"),
        body.get(name + ".code"),
        body.get(name + ".name"),
        body.get(name + ".class"),
        there(body, name + ".self-pay")
            .map(
                parts ->
                    new Rate(
                        Long.parseLong(parts), Long.parseLong(body.get(name + ".self-pay-of")))),
        UnitPrice.parse(body.get(name + ".price")),
        Quantity.parse(body.get(name + ".quantity")),
        Money.parseYuan(body.get(name + ".total")));
  }

  static SettlementSplit split(TextBody body, String name) {
    Map<Payer, Money> parts = new EnumMap<>(Payer.class);
    for (Payer payer : Payer.values()) {
      there(body, name + "." + payer).ifPresent(yuan -> parts.put(payer, Money.parseYuan(yuan)));
    }
    return new SettlementSplit(Money.parseYuan(body.get(name + ".total")), parts);
  }

  static <T> List<T> list(TextBody body, String count, IntFunction<T> read) {
    return IntStream.range(0, Integer.parseInt(body.get(count))).mapToObj(read).toList();
  }

  static Optional<String> there(TextBody body, String name) {
    return Optional.of(body.getOrEmpty(name)).filter(value -> !value.isEmpty());
  }
}
