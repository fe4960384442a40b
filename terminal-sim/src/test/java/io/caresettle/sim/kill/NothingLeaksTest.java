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
import io.caresettle.eligibility.OutsidePrescription;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Patient;
import io.caresettle.policy.plan.CareType;
import io.caresettle.problem.ConsentMissing;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.EnvelopeRejected;
import io.caresettle.problem.JournalUnavailable;
import io.caresettle.protocol.keys.EncryptionPair;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.sdk.Counter;
import io.caresettle.sdk.Terminal;
import io.caresettle.sdk.TerminalListener;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.Wish;
import io.caresettle.sim.SignedIn;
import io.caresettle.sim.Simulator;
import io.caresettle.sim.TestOperators;
import io.caresettle.sim.card.CardFile;
import io.caresettle.sim.card.CardProfile;
import io.caresettle.sim.centre.TestKeys;
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
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
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

  /** A query that is lost costs as much. */
  private static final Duration SOON = Duration.ofSeconds(8);

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String PHARMACIST = "PH-ZHAO-0077";

  @TempDir Path folder;
  private final Secrets secrets = new Secrets();

  /** What may be printed, for a cashier needs it, and stands in a till's files sealed alone. */
  private final Secrets sealed = new Secrets();

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
      secrets.add(person + "'s date of birth with dashes", card.holder().born());
    }
    secrets.add("the pharmacist who reviewed a prescription", PHARMACIST);
    for (String code : List.of(Simulator.HOSPITAL.code(), Simulator.PHARMACY.code())) {
      KeysInUse.addParty(secrets, "terminal of " + code, TestKeys.terminal(code).keys());
    }
    KeysInUse.addParty(secrets, "centre", TestKeys.centre().keys());
    KeysInUse.addParty(secrets, "keeper of the recovery key", KeysInUse.bundled("recovery"));
    for (String word :
        List.of("P0000001", "P0000004", "cashier-1", "TEST-0001", "masked-name", "23.50")) {
      sealed.add(word, word);
    }
    sealed.add("a visit", "V-P-1");
    sealed.add("the prescription", "RX-2026-0001");
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
  @Tag("R-DATA-05")
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
            Base64.getEncoder().encodeToString(("xyz" + number + "y").getBytes(UTF)),
            Base64.getEncoder().encodeToString(("x" + name).getBytes(GBK)),
            HexFormat.of().formatHex(number.substring(12).getBytes(UTF)),
            HexFormat.of().formatHex(name.getBytes(GBK)),
            "born " + number.substring(6, 14),
            "born " + CardFile.bundled("ceshi-jia").holder().born(),
            PHARMACIST,
            "ends in " + number.substring(12))) {
      assertFalse(secrets.foundIn(("before " + leak + " after").getBytes(UTF)).isEmpty(), leak);
    }
    assertFalse(secrets.foundIn(name.getBytes(GBK)).isEmpty());
    for (Charset wide : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertFalse(secrets.foundIn(number.getBytes(wide)).isEmpty());
      assertFalse(secrets.foundIn(name.getBytes(wide)).isEmpty());
    }
    assertFalse(
        secrets.foundIn(number.substring(12).getBytes(StandardCharsets.UTF_16LE)).isEmpty());
  }

  @Test
  @DisplayName("nor any key, whatever it is written as")
  void keysAreFound() {
    byte[] key = {1, -2, 3, -4, 5, -6, 7, -8, 9, -10, 11, -12, 13, -14, 15, -16};
    secrets.addBytes("a key", key);
    String hex = HexFormat.of().formatHex(key);
    for (String leak :
        List.of(
            hex,
            hex.toUpperCase(Locale.ROOT),
            new String(key, StandardCharsets.ISO_8859_1),
            Base64.getEncoder().encodeToString(key),
            Base64.getEncoder().encodeToString(("x" + hex).getBytes(UTF)),
            Base64.getUrlEncoder().encodeToString(HexFormat.of().parseHex("00" + hex)),
            Base64.getEncoder().encodeToString(HexFormat.of().parseHex("0000" + hex)))) {
      byte[] hay = ("before " + leak + " after").getBytes(StandardCharsets.ISO_8859_1);
      assertFalse(secrets.foundIn(hay).isEmpty(), leak);
    }
    assertEquals(List.of(), secrets.foundIn("before and after".getBytes(UTF)));
  }

  private static final Charset GBK = Charset.forName("GBK");

  private static final Charset UTF = StandardCharsets.UTF_8;

  private void byCard(Simulator simulator) throws IOException {
    try (Terminal terminal =
            SignedIn.at(Terminal.open(simulator.hospital().listener(prints()).build()));
        Counter counter = terminal.counter(TestOperators.key("cashier-1"))) {
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
      noSecretsInTheOpenJournals();

      // Somebody forges the answer to a trial, and then the centre is gone.
      Patient again = counter.identify(card, simulator.registration("P0000001", "V-again"));
      Eligibility may = may(counter, again, "V-again", CareType.OUTPATIENT);
      simulator.centre().faults().turnABitNext(MessageType.TRIAL);
      say(assertThrows(EnvelopeRejected.class, () -> counter.quote(may, bill("H-2", "TEST-0001"))));
    }
    noSecretsInTheJournals();
    wrongKeys(simulator);
    noSecretsInTheJournals();
  }

  /** What a terminal says that has another key, and one whose record was tampered with. */
  private void wrongKeys(Simulator simulator) {
    EncryptionPair other = new EncryptionPair(Sm2PrivateKey.generate(new SecureRandom()));
    say(
        assertThrows(
            JournalUnavailable.class,
            () -> Terminal.open(simulator.hospital().journalKey(other).build())));
    Path journal = folder.resolve("till-" + Simulator.HOSPITAL.code() + ".db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + journal);
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TRIGGER record_is_never_changed");
      statement.execute("UPDATE record SET at_millis = at_millis + 1 WHERE type = 'SETTLED'");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    say(
        assertThrows(
            JournalUnavailable.class,
            () -> Terminal.open(simulator.hospital().listener(prints()).build())));
  }

  private void byCode(Simulator simulator) throws IOException {
    try (Terminal terminal =
            SignedIn.at(
                Terminal.open(simulator.pharmacy().deadline(SOON).listener(prints()).build()));
        Counter counter = terminal.counter(TestOperators.key("cashier-1"))) {
      Quote quote =
          quote(simulator, counter, code(simulator), "P0000004", CareType.PHARMACY, "P-1");
      settle(terminal, counter, quote);

      // The answer to this one gets lost, and the patient leaves.
      Quote left = quote(simulator, counter, code(simulator), "P0000004", CareType.PHARMACY, "P-2");
      simulator.centre().faults().loseNext(MessageType.SETTLE);
      print.println(counter.settle(left.bill(), left, Duration.ofSeconds(3)));
      SettlementOutcome undone =
          terminal.resolve(
              terminal.takeShift(TestOperators.key("supervisor-1")),
              left.bill(),
              Wish.NOT_WANTED,
              LONG);
      print.println(assertInstanceOf(SettlementOutcome.Refused.class, undone));

      // An item that nobody knows, which needs a consent, and one code at two visits.
      InsuranceCode once = code(simulator);
      Patient first = counter.identify(once, simulator.registration("P0000004", "V-once"));
      Eligibility may = may(counter, first, "V-once", CareType.PHARMACY);
      say(assertThrows(ConsentMissing.class, () -> counter.quote(may, bill("P-3", "NOWHERE"))));
      say(
          assertThrows(
              CredentialRefused.class,
              () -> counter.identify(once, simulator.registration("P0000004", "V-twice"))));

      // One bill stays unknown when the till closes.
      Quote open = quote(simulator, counter, code(simulator), "P0000004", CareType.PHARMACY, "P-4");
      simulator.centre().faults().loseNext(MessageType.SETTLE);
      simulator.centre().faults().ignoreNext(MessageType.QUERY);
      simulator.centre().faults().ignoreNext(MessageType.QUERY);
      print.println(
          assertInstanceOf(
              SettlementOutcome.Unknown.class,
              counter.settle(open.bill(), open, Duration.ofSeconds(3))));
      print.println(
          terminal.evidence(terminal.takeShift(TestOperators.key("supervisor-1")), left.bill()));
      noSecretsInTheOpenJournals();
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
    OutsidePrescription prescription =
        new OutsidePrescription(
            // Each purchase has its own: a prescription is used up by being settled.
            "RX-2026-0001-" + visit,
            Simulator.HOSPITAL.code(),
            PHARMACIST,
            Simulator.atTen().instant().minusSeconds(3600));
    return counter.eligibility(
        patient,
        new Visit(
            visit,
            care,
            Simulator.DEMO_DAY,
            care == CareType.PHARMACY ? Optional.of(prescription) : Optional.empty()));
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

  /**
   * Both journals with whatever lies beside them. The centre's own file is another question: a
   * centre has to know whom it insures, so its file names people by their numbers. It is searched
   * all the same for what not even a centre needs to keep.
   */
  private Set<String> noSecretsInTheJournals() throws IOException {
    Set<String> searched = new TreeSet<>();
    for (String code : List.of(Simulator.HOSPITAL.code(), Simulator.PHARMACY.code())) {
      Path journal = folder.resolve("till-" + code + ".db");
      if (Files.exists(journal)) {
        int keys =
            KeysInUse.addDataKeys(secrets, journal, TestKeys.terminal(code).keys().encryption());
        assertEquals(1, keys, "One day, one data key");
      }
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        byte[] bytes = Files.readAllBytes(file);
        if (name.startsWith("till-")) {
          searched.add(name.substring(name.indexOf(".db")));
          assertEquals(List.of(), secrets.foundIn(bytes), name);
          assertEquals(List.of(), sealed.foundIn(bytes), name);
        } else if (name.startsWith("centre.db")) {
          searched.add(name);
          assertEquals(List.of(), secrets.foundIn(bytes), name);
        }
      }
    }
    assertTrue(searched.containsAll(Set.of(".db", ".db.lock", "centre.db")), searched::toString);
    return searched;
  }

  /** The same while a terminal is open, when its records lie in the write-ahead log. */
  private void noSecretsInTheOpenJournals() throws IOException {
    Set<String> searched = noSecretsInTheJournals();
    assertTrue(searched.contains(".db-wal"), searched::toString);
  }
}
