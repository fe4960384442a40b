package io.caresettle.centre.national.flow;

import io.caresettle.centre.BenefitRequest;
import io.caresettle.centre.Benefits;
import io.caresettle.centre.Reply;
import io.caresettle.centre.national.message.Node;
import io.caresettle.eligibility.Filing;
import io.caresettle.eligibility.FundBenefit;
import io.caresettle.money.Payer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks what somebody may have at one visit (2001), for each insurance. An answer that does not come
 * closes nothing: the trial says the same, and later.
 */
final class BenefitCheck {

  /** The kind of check that is about a fund; another one closes no payer. */
  private static final String OF_A_FUND = "1";

  private static final Map<String, Payer> FUNDS =
      Map.ofEntries(
          Map.entry("310100", Payer.POOL_FUND),
          Map.entry("310101", Payer.POOL_FUND),
          Map.entry("390100", Payer.POOL_FUND),
          Map.entry("390101", Payer.POOL_FUND),
          Map.entry("310200", Payer.PERSONAL_ACCOUNT),
          Map.entry("320100", Payer.CIVIL_SERVANT_SUBSIDY),
          Map.entry("330100", Payer.LARGE_SUM_SUBSIDY),
          Map.entry("370100", Payer.SUPPLEMENTS),
          Map.entry("390200", Payer.CRITICAL_ILLNESS),
          Map.entry("610100", Payer.MEDICAL_AID),
          Map.entry("610101", Payer.MEDICAL_AID),
          Map.entry("610102", Payer.MEDICAL_AID));

  private final Gate gate;
  private final People people;

  BenefitCheck(Gate gate, People people) {
    this.gate = gate;
    this.people = people;
  }

  Reply<Benefits> ask(BenefitRequest request, Duration within) {
    Optional<Shown> shown = people.find(request.personNumber());
    Optional<String> type = Care.medicalType(gate, request.care(), request.visit().emergency());
    if (!gate.unconfirmed().benefitCheck() || shown.isEmpty() || type.isEmpty()) {
      return new Reply.Answered<>(Benefits.NONE);
    }
    Left left = Left.of(within);
    List<FundBenefit> funds = new ArrayList<>();
    for (Shown.Insurance insurance : shown.get().insurances()) {
      Reply<List<Node>> rows = rows(request, insurance, type.get(), left);
      if (!(rows instanceof Reply.Answered<List<Node>> a)) {
        Found.tell(
            gate,
            "BENEFITS_UNKNOWN",
            "未能核对本次就诊的待遇（2001），以试算结果为准",
            "what the person may have at this visit could not be asked for: the trial decides");
        return Refusals.passedOn(rows);
      }
      a.value().forEach(row -> benefit(row, insurance).ifPresent(funds::add));
    }
    return new Reply.Answered<>(new Benefits(funds, filings(funds, request)));
  }

  /** 2001. */
  private Reply<List<Node>> rows(
      BenefitRequest request, Shown.Insurance insurance, String medicalType, Left left) {
    LocalDate day = request.visit().serviceDate();
    String now = Times.text(gate.now());
    Node data =
        Node.EMPTY
            .with("psn_no", request.personNumber())
            .with("insutype", insurance.code())
            .with("fixmedins_code", gate.institution())
            .with("med_type", medicalType)
            .with("begntime", now.startsWith(day.toString()) ? now : day + " 00:00:00")
            .with("endtime", "")
            .with("dise_codg", request.visit().disease())
            .with("dise_name", "");
    return Enquiries.rows(
        gate.ask(
            "2001",
            Node.EMPTY.with("data", data),
            new Gate.For(insurance.place(), insurance.code()),
            request.operator(),
            left),
        "trtinfo");
  }

  private Optional<FundBenefit> benefit(Node row, Shown.Insurance insurance) {
    if (!row.text("trt_chk_type").orElse(OF_A_FUND).equals(OF_A_FUND)) {
      return Optional.empty();
    }
    Optional<Payer> payer = row.text("fund_pay_type").map(FUNDS::get);
    String flag = row.text("trt_enjymnt_flag").orElse("");
    Optional<LocalDate> from = row.text("begndate").flatMap(Times::readDay);
    if (payer.isEmpty() || from.isEmpty() || !flag.matches("[01]")) {
      Found.tell(
          gate,
          "BENEFIT_LACKS",
          "待遇检查结果缺少或无法识别基金、标志或日期",
          "a fund, a flag or a day of the check is missing, or unknown: it closes nothing");
      return Optional.empty();
    }
    return Optional.of(
        new FundBenefit(
            insurance.scheme(),
            insurance.place(),
            payer.get(),
            flag.equals("1"),
            from.get(),
            row.text("enddate").flatMap(Times::readDay),
            Refusals.said(row.text("trt_chk_rslt").orElse(""))));
  }

  /**
   * No transaction tells a filing for care elsewhere. Where the pool pays for this visit at this
   * institution all the same, there is one; of the kinds, the one that costs the person most.
   */
  private List<Filing> filings(List<FundBenefit> funds, BenefitRequest request) {
    if (!gate.unconfirmed().entitledMeansFiled()) {
      return List.of();
    }
    return funds.stream()
        .filter(one -> one.entitled() && one.payer() == Payer.POOL_FUND)
        .map(
            one ->
                new Filing(
                    "2001",
                    Filing.Kind.TEMPORARY,
                    one.area(),
                    gate.place(),
                    one.from(),
                    one.to(),
                    request.visit().serviceDate()))
        .toList();
  }
}
