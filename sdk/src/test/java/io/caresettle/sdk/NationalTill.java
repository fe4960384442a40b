package io.caresettle.sdk;

import io.caresettle.centre.national.envelope.Sender;
import io.caresettle.centre.national.envelope.TifSignature;
import io.caresettle.centre.national.exchange.NationalLine;
import io.caresettle.centre.national.flow.HisDetails;
import io.caresettle.centre.national.flow.NationalConnector;
import io.caresettle.centre.national.flow.NationalSettings;
import io.caresettle.centre.national.flow.ScriptedPlatform;
import io.caresettle.centre.national.flow.Unconfirmed;
import io.caresettle.centre.national.profile.Profiles;
import io.caresettle.eligibility.Visit;
import io.caresettle.journal.TestJournalKeys;
import io.caresettle.money.Rate;
import io.caresettle.operator.TestOperators;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.plan.CareType;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.UndoProfile;
import io.caresettle.split.BillId;
import io.caresettle.split.Catalogue;
import io.caresettle.split.CatalogueClass;
import io.caresettle.split.CatalogueItem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** A real till whose centre is a scripted platform behind the national interface. */
final class NationalTill implements AutoCloseable {

  static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  final ScriptedPlatform platform = new ScriptedPlatform();
  final TestClock clock = new TestClock("2026-11-20T02:00:00Z");
  private final Path journal;
  private final TerminalListener listener;
  Terminal terminal;
  Counter counter;

  NationalTill(Path folder, TerminalListener listener) {
    this.journal = folder.resolve("journal.db");
    this.listener = listener;
    open();
  }

  private void open() {
    terminal = Terminal.open(config());
    counter = terminal.counter(TestOperators.OP_7);
  }

  private TerminalConfig config() {
    return TerminalConfig.builder()
        .testPersons()
        .centre(NationalConnector.at(settings()))
        .undoProfile(UndoProfile.nationalInterface(Duration.ofMinutes(10)))
        .institution(Till.institution())
        .slot(7)
        .journal(journal)
        .journalKey(TestJournalKeys.TERMINAL)
        .recoveryKey(TestJournalKeys.RECOVERY.publicKey())
        .operators(TestOperators.book())
        .policy(PolicyBook.shipped())
        .clock(clock)
        .monotonic(clock::nanos)
        .backoff(tries -> Duration.ofMillis(20))
        .deadline(Duration.ofSeconds(30))
        .listener(listener)
        .build();
  }

  private NationalSettings settings() {
    CatalogueItem item =
        new CatalogueItem(
            "TEST-0001", "示例药品", CatalogueClass.A, Rate.basisPoints(0), Optional.empty());
    return new NationalSettings(
        Profiles.shipped("base"),
        NationalLine.Address.of(platform.url()),
        new TifSignature("app", "secret", () -> "nonce"),
        new Sender(Till.INSTITUTION, "测试医院", "320500", "1", "0001", "收费员甲", "", Map.of()),
        "02-00-00-00-00-01",
        "192.0.2.10",
        () -> new Catalogue("2026-11", Map.of(item.code(), item)),
        HisDetails.NONE,
        Unconfirmed.safe());
  }

  /** The process ends without saying goodbye to anybody, and starts again a little later. */
  void restart() {
    terminal.close(Duration.ZERO);
    clock.advance(Duration.ofSeconds(1));
    open();
  }

  Quote quote(String number) {
    var patient = counter.identify(Till.card(), Till.registered("V-" + number));
    return counter.quote(
        counter.eligibility(patient, new Visit("V-" + number, CareType.OUTPATIENT, DAY)),
        Till.bill(number, "100.00"));
  }

  SettlementOutcome settle(String number) {
    return counter.settle(Till.id(number), quote(number));
  }

  BillId id(String number) {
    return Till.id(number);
  }

  @Override
  public void close() {
    terminal.close();
    platform.close();
  }
}
