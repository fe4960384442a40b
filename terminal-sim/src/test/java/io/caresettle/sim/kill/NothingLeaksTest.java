package io.caresettle.sim.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.Credential;
import io.caresettle.credential.InsuranceCode;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.credential.card.CardReader;
import io.caresettle.credential.card.CardTransport;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Patient;
import io.caresettle.policy.plan.CareType;
import io.caresettle.problem.CentreRefused;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.sdk.Counter;
import io.caresettle.sdk.Terminal;
import io.caresettle.sdk.TerminalListener;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.Wish;
import io.caresettle.sim.Simulator;
import io.caresettle.sim.card.CardFile;
import io.caresettle.sim.card.CardProfile;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.FeeLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@DisplayName("After a day at the till nothing tells who was there")
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
@Timeout(120)
class NothingLeaksTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path folder;
  private final Secrets secrets = new Secrets();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream print = new PrintStream(printed, true, StandardCharsets.UTF_8);
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;

  @BeforeEach
  void knowWhatToLookFor() {
    for (String person : List.of("ceshi-jia", "ceshi-yi", "ceshi-ding")) {
      CardProfile card = CardFile.bundled(person);
      String number = card.holder().identityNumber();
      secrets.add(person + "'s identity number", number);
      secrets.add(person + "'s name", card.holder().name());
      secrets.add(person + "'s card number", card.chip().number());
      secrets.addHex(person + "'s card identifier", card.chip().identifier());
      secrets.addDigits(person + "'s last six digits", number.substring(12));
      secrets.addDigits(person + "'s date of birth", number.substring(6, 14));
    }
    System.setOut(print);
    System.setErr(print);
  }

  @AfterEach
  void giveTheStreamsBack() {
    System.setOut(out);
    System.setErr(err);
  }

  @Test
  @DisplayName("neither the journal, nor what was printed, nor any exception")
  void nothingTellsWhoWasThere() throws IOException {
    try (Simulator simulator = Simulator.start(folder, Simulator.atTen())) {
      byCard(simulator);
      byCode(simulator);
    }
    assertEquals(List.of(), secrets.foundIn(printed.toByteArray()), "printed");
    String text = printed.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("REVERSED") && text.contains("SETTLED"), "Too little was printed");
  }

  @Test
  @DisplayName("and whatever were there would be found, in every spelling")
  void whatIsThereIsFound() {
    String number = CardFile.bundled("ceshi-jia").holder().identityNumber();
    byte[] bytes = number.getBytes(StandardCharsets.UTF_8);
    String name = CardFile.bundled("ceshi-jia").holder().name();
    for (String leak :
        List.of(
            number,
            name,
            HexFormat.of().formatHex(bytes),
            HexFormat.of().withUpperCase().formatHex(name.getBytes(StandardCharsets.UTF_8)),
            Base64.getEncoder().encodeToString(("x" + number + "y").getBytes(UTF)),
            Base64.getUrlEncoder().encodeToString(("xy" + name).getBytes(UTF)),
            "born " + number.substring(6, 14),
            "ends in " + number.substring(12))) {
      assertFalse(secrets.foundIn(("before " + leak + " after").getBytes(UTF)).isEmpty(), leak);
    }
    assertFalse(secrets.foundIn(name.getBytes(Charset.forName("GBK"))).isEmpty());
  }

  private static final Charset UTF = StandardCharsets.UTF_8;

  private void byCard(Simulator simulator) throws IOException {
    try (Terminal terminal = Terminal.open(simulator.hospital().listener(prints()).build());
        Counter counter = terminal.counter("cashier-1")) {
      SocialSecurityCard card;
      try (CardTransport slot = simulator.card("P0000001")) {
        card = new CardReader().read(slot, simulator.authenticator(), Simulator.DEMO_DAY);
      }
      Quote quote = quote(simulator, counter, card, "P0000001", CareType.OUTPATIENT, "H-1");
      settle(terminal, counter, quote);
      say(
          assertThrows(
              CredentialRefused.class,
              () -> counter.identify(card, simulator.registration("P0000002", "V-other"))));
      noSecretsInTheJournals();
    }
    noSecretsInTheJournals();
  }

  private void byCode(Simulator simulator) throws IOException {
    try (Terminal terminal = Terminal.open(simulator.pharmacy().listener(prints()).build());
        Counter counter = terminal.counter("cashier-1")) {
      Quote quote =
          quote(simulator, counter, code(simulator), "P0000004", CareType.PHARMACY, "P-1");
      settle(terminal, counter, quote);

      // The answer to this one gets lost, and the patient leaves.
      Quote left = quote(simulator, counter, code(simulator), "P0000004", CareType.PHARMACY, "P-2");
      simulator.centre().faults().loseNext(MessageType.SETTLE);
      print.println(counter.settle(left.bill(), left, Duration.ofSeconds(1)));
      SettlementOutcome undone = terminal.resolve(left.bill(), Wish.NOT_WANTED, LONG);
      print.println(assertInstanceOf(SettlementOutcome.Refused.class, undone));

      // An item that nobody knows, and one code at two visits.
      InsuranceCode once = code(simulator);
      Patient first = counter.identify(once, simulator.registration("P0000004", "V-once"));
      Eligibility may = may(counter, first, "V-once", CareType.PHARMACY);
      say(assertThrows(CentreRefused.class, () -> counter.quote(may, bill("P-3", "NOWHERE"))));
      say(
          assertThrows(
              CredentialRefused.class,
              () -> counter.identify(once, simulator.registration("P0000004", "V-twice"))));
      noSecretsInTheJournals();
    }
    noSecretsInTheJournals();
  }

  private InsuranceCode code(Simulator simulator) {
    InsuranceCode code =
        simulator.codeReader().fromPicture(simulator.photographCode("P0000004"), LONG);
    secrets.add("a code's text", code.text());
    return code;
  }

  private Quote quote(
      Simulator simulator,
      Counter counter,
      Credential credential,
      String person,
      CareType care,
      String bill) {
    var registration = simulator.registration(person, "V-" + bill);
    Patient patient = counter.identify(credential, registration);
    Eligibility may = may(counter, patient, "V-" + bill, care);
    Quote quote = counter.quote(may, bill(bill, "TEST-0001"));
    print.println(List.of(credential, registration, patient, may, quote));
    print.println(counter.estimate(may, bill(bill, "TEST-0001")));
    return quote;
  }

  private static Eligibility may(Counter counter, Patient patient, String visit, CareType care) {
    return counter.eligibility(patient, new Visit(visit, care, Simulator.DEMO_DAY));
  }

  private static Bill bill(String number, String code) {
    String institution =
        number.startsWith("H") ? Simulator.HOSPITAL.code() : Simulator.PHARMACY.code();
    return new Bill(new BillId(institution, number), List.of(FeeLine.of("1", code, "23.50", "1")));
  }

  private void settle(Terminal terminal, Counter counter, Quote quote) {
    SettlementOutcome outcome = counter.settle(quote.bill(), quote);
    print.println(assertInstanceOf(SettlementOutcome.Settled.class, outcome));
    print.println(terminal.slip(quote.bill()));
    terminal.acknowledge(quote.bill());
  }

  private void say(Throwable thrown) {
    thrown.printStackTrace(print);
  }

  private TerminalListener prints() {
    return new TerminalListener() {
      @Override
      public void recordAppended(long position, String type, BillId bill) {
        print.println(position + " " + type + " " + bill);
      }

      @Override
      public void messageSent(String type, int bytes, int sealedBytes) {
        print.println("sent " + type);
      }
    };
  }

  /** Both journals with whatever lies beside them; the centre's own file is not the till's. */
  private void noSecretsInTheJournals() throws IOException {
    int read = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith("till-")).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        read += bytes.length;
        assertEquals(List.of(), secrets.foundIn(bytes), file.getFileName().toString());
      }
    }
    assertTrue(read > 4096, "There is no journal to read");
  }
}
