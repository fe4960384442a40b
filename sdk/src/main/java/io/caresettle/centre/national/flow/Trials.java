package io.caresettle.centre.national.flow;

import io.caresettle.centre.Reply;
import io.caresettle.centre.Trial;
import io.caresettle.centre.TrialRequest;
import io.caresettle.centre.national.check.Finding;
import io.caresettle.centre.national.envelope.Incoming;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import io.caresettle.problem.NextStep;
import io.caresettle.split.FeeLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tries bills: 2101, 2206 or 2303, and for the latter two the visit before. */
final class Trials {

  private static final int TIME_IN_ID = 12;

  private static final List<String> PARTS =
      List.of("fulamt_ownpay_amt", "overlmt_selfpay", "preselfpay_amt", "inscp_scp_amt");

  private final Gate gate;
  private final People people;
  private final VisitCalls visits;

  Trials(Gate gate, People people, VisitCalls visits) {
    this.gate = gate;
    this.people = people;
    this.visits = visits;
  }

  Reply<Trial> trial(TrialRequest request, Duration within) {
    Left left = Left.of(within);
    Reply<Care> care = care(request);
    if (!(care instanceof Reply.Answered<Care> of)) {
      return Refusals.passedOn(care);
    }
    Care known = of.value();
    List<String> untraced = isTraceDay() ? known.lines().untraced() : List.of();
    if (!untraced.isEmpty()) {
      return Refusals.own(
          "NO_TRACE_CODE",
          "以下药品行没有追溯码，不能医保结算（无码不结）：" + String.join(", ", untraced),
          "no trace code, no settlement: lines " + String.join(", ", untraced),
          NextStep.STOP_THE_SALE);
    }
    if (known.isPharmacy()) {
      return tried(known, "2101", druginfo(known), Facts.none(), left);
    }
    Reply<Facts> visit =
        known.type().isStay() ? visits.stay(known, left) : visits.outpatient(known, left);
    if (!(visit instanceof Reply.Answered<Facts> open)) {
      return Refusals.passedOn(visit);
    }
    String transaction = known.type().isStay() ? "2303" : "2206";
    return tried(
        known, transaction, trialInput(known, transaction, open.value()), open.value(), left);
  }

  private boolean isTraceDay() {
    return gate.unconfirmed()
        .traceCodesFrom()
        .filter(day -> !Times.day(gate.now()).isBefore(day))
        .isPresent();
  }

  private Reply<Care> care(TrialRequest request) {
    Optional<Shown> shown = people.find(request.personNumber());
    if (shown.isEmpty()) {
      return Refusals.own(
          "SHOW_AGAIN",
          "请重新出示就诊凭证",
          "nobody with this number was looked up since the terminal was opened: show the credential"
              + " again",
          NextStep.TRY_AGAIN);
    }
    Optional<Shown.Insurance> insurance = shown.get().insurance(request.scheme(), request.area());
    Optional<String> medical =
        Care.medicalType(gate, request.visit().careType(), request.visit().emergency());
    if (insurance.isEmpty() || medical.isEmpty()) {
      return insurance.isEmpty()
          ? Refusals.own(
              "NOT_INSURED",
              "平台没有该险种的参保信息",
              "the platform named no insurance of this scheme in area " + request.area(),
              NextStep.FULL_CASH_WITH_SLIP)
          : Refusals.notHere(request.visit().careType().zh(), request.visit().careType().en());
    }
    Instant now = gate.now();
    CareDetails details = gate.settings().details().of(request);
    return new Reply.Answered<>(
        new Care(
            request,
            shown.get(),
            insurance.get(),
            medical.get(),
            details,
            new Lines(request, details, gate.nextId().substring(TIME_IN_ID), Times.text(now))));
  }

  private static Node druginfo(Care care) {
    Node info =
        care.person()
            .with("begntime", care.lines().time())
            .with("medfee_sumamt", care.request().bill().total().toString())
            .with("insutype", care.insurance().code())
            .with("dise_codg", care.request().visit().disease())
            .with("dise_name", "")
            .with("acct_used_flag", "1")
            .with("med_type", care.medicalType());
    return Node.EMPTY
        .with("druginfo", Lines.with(info, without(care, "invono")))
        .with("drugdetail", care.lines().ofPharmacy());
  }

  private Node trialInput(Care care, String transaction, Facts visit) {
    Node data =
        care.person()
            .with("med_type", care.medicalType())
            .with("medfee_sumamt", care.request().bill().total().toString())
            .with("psn_setlway", "01")
            .with("mdtrt_id", visit.get("mdtrt_id"));
    data =
        care.type().isStay()
            ? data.without("med_type")
                .with("insutype", care.insurance().code())
                .with("acct_used_flag", "1")
                .with("mid_setl_flag", "0")
            : data.with("chrg_bchno", visit.get("chrg_bchno"))
                .with("acct_used_flag", "1")
                .with("insutype", care.insurance().code());
    if (care.type().isStay()) {
      for (String part : PARTS) {
        data = data.with(part, visit.get(part));
      }
    }
    return Node.EMPTY.with(
        gate.node(transaction, "data"), Lines.with(data, without(care, "invono")));
  }

  private static java.util.Map<String, String> without(Care care, String name) {
    java.util.Map<String, String> rest = new java.util.HashMap<>(care.details().bill());
    rest.remove(name);
    return rest;
  }

  private Reply<Trial> tried(Care care, String transaction, Node input, Facts visit, Left left) {
    Reply<Incoming> reply = gate.ask(transaction, input, care.whom(), "", left);
    if (!(reply instanceof Reply.Answered<Incoming> a)) {
      return Refusals.passedOn(reply);
    }
    try {
      Amounts amounts = Amounts.read(gate.profile(), transaction, a.value().output(), false);
      amounts.findings().forEach(gate.news()::found);
      if (!amounts.split().total().equals(care.request().bill().total())) {
        return new Reply.NoAnswer<>("试算总额与账单不符 the trial is of another total than the bill");
      }
      Facts body = body(care, input, a.value().output(), visit);
      List<Finding> wrong = gate.wrong(care.settling(), body.node("input"));
      if (!wrong.isEmpty()) {
        return Refusals.fields(care.settling(), wrong);
      }
      return new Reply.Answered<>(
          new Trial(
              a.value().messageId().isEmpty() ? care.lines().batch() : a.value().messageId(),
              care.boundTo(),
              body.opaque(),
              gate.now().plus(gate.unconfirmed().trialLife()),
              amounts.cut(),
              amounts.split()));
    } catch (Contradiction e) {
      e.findings().forEach(gate.news()::found);
      return new Reply.NoAnswer<>(String.valueOf(e.getMessage()));
    }
  }

  /** What the settlement sends and keeps. */
  private Facts body(Care care, Node tried, Node answer, Facts visit) {
    String main = care.isPharmacy() ? "druginfo" : gate.node(care.settling(), "data");
    Node data = main(tried).with("invono", invoice(care));
    if (!care.isPharmacy()) {
      Node info = answer.node("setlinfo").orElse(Node.EMPTY);
      for (String amount : PARTS) {
        data =
            data.with(
                amount,
                info.firstText(gate.profile().wording().names(care.settling(), amount))
                    .orElse("0.00"));
      }
    }
    Node input = Node.EMPTY.with(main, data);
    if (care.isPharmacy()) {
      input = input.with("drugdetail", tried.member("drugdetail").orElseGet(Value.Nothing::new));
    }
    String traces = gate.profile().settling().settlementTraceCodes();
    if (care.settling().equals("2207") && !traces.isEmpty()) {
      List<Value> rows = traceCodes(care);
      input = rows.isEmpty() ? input : input.with(traces, new Value.Rows(rows));
    }
    return care.facts()
        .with("transaction", care.settling())
        .with("input", input)
        .with("mdtrt_id", visit.get("mdtrt_id"))
        .with("chrg_bchno", visit.get("chrg_bchno"))
        .with("lines", care.lines().serials())
        .with("scheme", care.request().scheme().name())
        .with("care", care.type().name())
        .with("area", care.request().area())
        .with("discharge", Discharges.input(gate, care, visit))
        .with("sales", Sales.rows(gate, care));
  }

  private static Node main(Node tried) {
    return tried.members().values().stream()
        .filter(Node.class::isInstance)
        .map(Node.class::cast)
        .findFirst()
        .orElse(Node.EMPTY);
  }

  private static String invoice(Care care) {
    String number = care.request().bill().id().number();
    return care.details().bill().getOrDefault("invono", number.length() > 20 ? "" : number);
  }

  private static List<Value> traceCodes(Care care) {
    List<Value> rows = new ArrayList<>();
    List<FeeLine> lines = care.request().bill().lines();
    for (int i = 0; i < lines.size(); i++) {
      CareDetails.Line more = care.details().line(lines.get(i).lineId());
      for (String code : more.traceCodes()) {
        rows.add(
            Node.EMPTY
                .with("feedetl_sn", care.lines().serial(i))
                .with("drug_trac_codg", code)
                .with("trdn_flag", more.sale().getOrDefault("trdn_flag", "0"))
                .with("min_prcunt_type", more.sale().getOrDefault("min_prcunt_type", "2")));
      }
    }
    return rows;
  }
}
