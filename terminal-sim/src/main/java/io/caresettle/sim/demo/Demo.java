package io.caresettle.sim.demo;

import io.caresettle.credential.Credential;
import io.caresettle.credential.InsuranceCode;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.credential.TestCode;
import io.caresettle.credential.card.CardReader;
import io.caresettle.credential.card.CardTransport;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Consent;
import io.caresettle.identity.Consents;
import io.caresettle.identity.Patient;
import io.caresettle.policy.plan.CareType;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.sdk.Counter;
import io.caresettle.sdk.Terminal;
import io.caresettle.settlement.PaperWidth;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.Wish;
import io.caresettle.sim.Simulator;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.Catalogue;
import io.caresettle.split.CatalogueClass;
import io.caresettle.split.Estimate;
import io.caresettle.split.FeeLine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Takes bills through a simulated counter, one after the other, and tells the screen. */
final class Demo {

  /** Short, because in the demo somebody watches a lost answer stay away. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration RESOLVE_WITHIN = Duration.ofSeconds(15);
  private static final Duration PICTURE_BUDGET = Duration.ofSeconds(3);

  private final Simulator simulator;
  private final Screen screen;

  Demo(Simulator simulator, Screen screen) {
    this.simulator = simulator;
    this.screen = screen;
  }

  List<BillStory> settle(List<DemoBill> bills) {
    screen.opening(Simulator.DEMO_DAY.toString(), simulator.centre().address().toString());
    List<BillStory> stories = new ArrayList<>();
    for (DemoBill bill : bills) {
      BillId id = new BillId(institution(bill), bill.number());
      screen.bill(stories.size() + 1, bills.size(), bill, id);
      try (Terminal terminal =
              Terminal.open(simulator.terminal(institution(bill)).listener(screen).build());
          Counter counter = terminal.counter(simulator.operator("cashier-1"))) {
        stories.add(settle(bill, id, terminal, counter));
      }
    }
    screen.step("账册", "医保中心复式账", "the centre's double-entry books");
    simulator.centre().books().lines().forEach(screen::say);
    return stories;
  }

  private BillStory settle(DemoBill bill, BillId id, Terminal terminal, Counter counter) {
    String visit = "V-" + bill.number();

    screen.step("①", "身份", "who is there");
    Credential credential = present(bill);

    screen.step("②", "实名核验", "real-name check");
    Patient patient =
        counter.identify(credential, simulator.registration(bill.registered(), visit));
    screen.shows("LOOK_UP_ANSWER");
    screen.verdict(patient.verdict());

    screen.step("③", "待遇资格", "what this person may have");
    CareType care = bill.at() == DemoBill.Place.HOSPITAL ? CareType.OUTPATIENT : CareType.PHARMACY;
    Eligibility eligibility =
        counter.eligibility(
            patient, new Visit(visit, care, Simulator.DEMO_DAY, bill.prescription()));
    screen.eligibility(eligibility);

    screen.step("④", "本地测算", "the terminal's estimate: it explains, and can never be settled");
    Bill charged = new Bill(id, bill.lines().stream().map(Demo::line).toList());
    Estimate estimate = counter.estimate(eligibility, charged);
    screen.estimate(estimate);

    screen.step(
        "⑤", "预结算", "the centre's trial beside it: a second, independent reading of the law");
    Quote quote =
        counter.quote(eligibility, charged, consents(charged, terminal.catalogue(), patient));
    screen.shows("TRIAL_ANSWER");
    screen.beside(estimate, quote);
    if (BillStory.differ(estimate, quote)) {
      screen.say("两种理解不一致，以中心为准 the two readings differ; the centre's figures bind (R-TXN-04)");
    }

    screen.step("⑥", "结算", "settle");
    if (bill.answerLost()) {
      simulator.centre().faults().loseNext(MessageType.SETTLE);
      screen.say("（故障）中心的应答将丢失 (fault) the centre's answer will be lost on the way back");
    }
    SettlementOutcome first =
        bill.answerLost() ? counter.settle(id, quote, PATIENCE) : counter.settle(id, quote);
    if (!bill.answerLost()) {
      screen.shows("SETTLE_ANSWER");
    }
    screen.outcome(first);
    SettlementOutcome outcome =
        first instanceof SettlementOutcome.Unknown
            ? terminal.resolve(counter.shift(), id, Wish.WANTED, RESOLVE_WITHIN)
            : first;
    if (outcome != first) {
      screen.shows("QUERY_ANSWER", "REVERSE_ANSWER");
      screen.outcome(outcome);
    }

    if (outcome instanceof SettlementOutcome.Settled) {
      screen.step("⑦", "结算单", "slip");
      screen.verbatim(terminal.slip(id).text(PaperWidth.MM_80));
      terminal.acknowledge(id);
    }
    return new BillStory(bill, patient.verdict(), estimate, quote, first, outcome);
  }

  /** The patient agrees to each line that no fund pays, as the catalogue says. */
  private static Consents consents(Bill bill, Catalogue catalogue, Patient patient) {
    List<Consent> given = new ArrayList<>();
    for (FeeLine line : bill.lines()) {
      if (catalogue
          .find(line.catalogueCode())
          .filter(item -> item.catalogueClass() != CatalogueClass.C)
          .isEmpty()) {
        given.add(
            new Consent(
                line.lineId(),
                line.catalogueCode(),
                line.lineTotal(),
                Consent.Giver.INSURED,
                patient.name(),
                Consent.Form.ON_PAPER,
                Simulator.atTen().instant()));
      }
    }
    return Consents.to(bill.id(), patient, given);
  }

  private Credential present(DemoBill bill) {
    if (bill.by() == DemoBill.Proof.CARD) {
      try (CardTransport card = simulator.card(bill.person())) {
        SocialSecurityCard read =
            new CardReader(screen).read(card, simulator.authenticator(), Simulator.DEMO_DAY);
        screen.say(
            "社会保障卡 social-security card, 规范 %s, 发卡地区 area %s: %d 条指令 commands, 内部认证通过 proved genuine"
                .formatted(read.specification(), read.issuingArea(), screen.exchanges()));
        return read;
      }
    }
    Path picture = simulator.photographCode(bill.person());
    screen.say("手机出示医保测试码 the phone shows a test code: " + picture.getFileName());
    InsuranceCode read = simulator.codeReader().fromPicture(picture, PICTURE_BUDGET);
    if (read instanceof TestCode code) {
      screen.say(
          "从图片读取 read from the picture, 签名正确 signature right, 有效至 valid until %s"
              .formatted(LocalTime.ofInstant(code.expires(), Simulator.SHANGHAI)));
    }
    return read;
  }

  private static FeeLine line(DemoBill.Line line) {
    return new FeeLine(line.id(), line.code(), line.price(), line.quantity(), line.total());
  }

  private static String institution(DemoBill bill) {
    return bill.at() == DemoBill.Place.HOSPITAL
        ? Simulator.HOSPITAL.code()
        : Simulator.PHARMACY.code();
  }
}
