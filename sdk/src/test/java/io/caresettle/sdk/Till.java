package io.caresettle.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.FakeCentre;
import io.caresettle.credential.CardProof;
import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.PersonName;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Institution;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Patient;
import io.caresettle.identity.Registration;
import io.caresettle.journal.Act;
import io.caresettle.journal.ActKind;
import io.caresettle.journal.JournalKeys;
import io.caresettle.journal.RestingJournal;
import io.caresettle.journal.TestJournalKeys;
import io.caresettle.money.Money;
import io.caresettle.money.Quantity;
import io.caresettle.money.UnitPrice;
import io.caresettle.operator.ActSignature;
import io.caresettle.operator.TestOperators;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.settlement.Quote;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.FeeLine;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A till at a fake centre, with one patient at its counter: the mechanics behind the stories. */
final class Till implements AutoCloseable {

  static final String INSTITUTION = "TEST00000001";

  final Path journal;
  final TestClock clock = new TestClock("2026-11-20T02:00:00Z");
  final FakeCentre centre;
  Terminal terminal;
  Counter counter;
  private TerminalListener listener = new TerminalListener() {};

  Till(Path folder) {
    this(folder, new TerminalListener() {});
  }

  Till(Path folder, TerminalListener listener) {
    this.listener = listener;
    this.journal = folder.resolve("journal.db");
    this.centre = new FakeCentre(journal, clock);
    this.terminal = Terminal.open(config().build());
    this.counter = terminal.counter(TestOperators.OP_7);
  }

  TerminalConfig.Builder config() {
    return TerminalConfig.builder()
        .testPersons()
        .centre(centre.connector())
        .institution(institution())
        .slot(7)
        .journal(journal)
        .journalKey(TestJournalKeys.TERMINAL)
        .recoveryKey(TestJournalKeys.RECOVERY.publicKey())
        .operators(TestOperators.book())
        .policy(PolicyBook.shipped())
        .clock(clock)
        .monotonic(clock::nanos)
        .backoff(tries -> Duration.ofMillis(1))
        .deadline(Duration.ofSeconds(30))
        .rounds(Duration.ofMillis(50))
        .listener(listener);
  }

  static Institution institution() {
    return new Institution(
        INSTITUTION,
        "测试医院",
        "320500",
        Institution.Kind.HOSPITAL,
        InstitutionLevel.LEVEL_3,
        Institution.Grade.A);
  }

  /** The process ends without saying goodbye to anybody, and starts again. */
  void restart() {
    terminal.close(Duration.ZERO);
    terminal = Terminal.open(config().build());
    counter = terminal.counter(TestOperators.OP_7);
  }

  static BillId id(String number) {
    return new BillId(INSTITUTION, number);
  }

  static Bill bill(String number, String... prices) {
    List<FeeLine> lines = new ArrayList<>();
    for (String price : prices) {
      lines.add(
          new FeeLine(
              Integer.toString(lines.size() + 1),
              "TEST-0001",
              UnitPrice.parse(price),
              Quantity.parse("1"),
              Money.parseYuan(price)));
    }
    return new Bill(id(number), lines);
  }

  static SocialSecurityCard card() {
    return new SocialSecurityCard(
        "320500",
        "320500D15600000500000001FFFFFFFF",
        "A00000011",
        "3.00",
        LocalDate.of(2020, 1, 1),
        LocalDate.of(2030, 1, 1),
        IdentityNumber.parse("329900198503120011"),
        PersonName.of("测试甲"),
        CardProof.PSAM);
  }

  /** The card's holder. */
  static Registration registered(String visit) {
    return new Registration(
        visit, PersonName.of("测试甲"), IdentityNumber.parse("329900198503120011"));
  }

  /** Closes the terminal and reads its acts of this kind, each signed by who the book says. */
  List<Act> kept(ActKind kind) {
    terminal.close();
    JournalKeys keys = JournalKeys.of(TestJournalKeys.TERMINAL, List.of(), Optional.empty());
    try (RestingJournal resting = RestingJournal.open(journal, keys)) {
      List<Act> acts = resting.acts().stream().filter(act -> act.kind() == kind).toList();
      for (Act act : acts) {
        ActSignature signature = ActSignature.of(act);
        assertTrue(signature.good(), act::toString);
        assertEquals(TestOperators.keyOf(act.operatorId()), signature.signer());
      }
      return acts;
    }
  }

  Eligibility eligibility() {
    Patient patient = counter.identify(card(), registered("V1"));
    return counter.eligibility(
        patient, new Visit("V1", CareType.OUTPATIENT, LocalDate.of(2026, 11, 20)));
  }

  Quote quote(Bill bill) {
    return counter.quote(eligibility(), bill);
  }

  /** A bill of 100 yuan, quoted. */
  Quote quote(String number) {
    return quote(bill(number, "100.00"));
  }

  /** How many records of this type the journal's file holds. */
  int recordsOf(String type) {
    try (var look = DriverManager.getConnection("jdbc:sqlite:" + journal);
        var query = look.prepareStatement("SELECT count(*) FROM record WHERE type = ?")) {
      query.setString(1, type);
      try (var row = query.executeQuery()) {
        return row.getInt(1);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    centre.release();
    terminal.close();
    assertEquals(List.of(), centre.violations());
  }
}
