package io.caresettle.sim.kill;

import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.InsuranceCode;
import io.caresettle.credential.PersonName;
import io.caresettle.credential.code.InsuranceCodeReader;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Patient;
import io.caresettle.identity.Registration;
import io.caresettle.policy.plan.CareType;
import io.caresettle.sdk.Counter;
import io.caresettle.settlement.Quote;
import io.caresettle.sim.Simulator;
import io.caresettle.sim.card.CardFile;
import io.caresettle.sim.card.CardProfile;
import io.caresettle.sim.phone.CodeIssuer;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.FeeLine;
import java.util.List;

/** The one purchase that every till here makes: 测试丁 shows a code and buys for 47.00 yuan. */
final class Bench {

  static final BillId BILL = new BillId(Simulator.PHARMACY.code(), "POS-KILL-1");

  /** The account that pays, and what is in it before. */
  static final String ACCOUNT = "account:P0000004";

  static final long BALANCE = 8640;
  static final long PRICE = 4700;

  private static final String VISIT = "V-KILL-1";
  private static final List<String> CARDS =
      List.of("ceshi-jia", "ceshi-yi", "ceshi-bing", "ceshi-ding");

  private Bench() {}

  /** Up to the quote, with a fresh code. */
  static Quote quote(Counter counter) {
    Patient patient = counter.identify(freshCode(), registration());
    return counter.quote(
        counter.eligibility(patient, new Visit(VISIT, CareType.PHARMACY, Simulator.DEMO_DAY)),
        new Bill(BILL, List.of(FeeLine.of("1", "TEST-0001", "23.50", "2"))));
  }

  private static InsuranceCode freshCode() {
    CodeIssuer issuer = CodeIssuer.ofTheSimulation(Simulator.atTen());
    return new InsuranceCodeReader(issuer.keys(), Simulator.atTen())
        .fromText(issuer.issue("P0000004").text());
  }

  private static Registration registration() {
    return registration("P0000004", VISIT);
  }

  /** This person as the pharmacy registers them. */
  static Registration registration(String person, String visit) {
    CardProfile.Holder holder =
        CardFile.bundled(CARDS.get(Integer.parseInt(person.substring(1)) - 1)).holder();
    return new Registration(
        visit, PersonName.of(holder.name()), IdentityNumber.parse(holder.identityNumber()));
  }
}
