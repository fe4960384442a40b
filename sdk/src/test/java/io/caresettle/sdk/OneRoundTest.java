package io.caresettle.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.Centre;
import io.caresettle.centre.FakeCentre.Fault;
import io.caresettle.centre.Opaque;
import io.caresettle.centre.Reply;
import io.caresettle.centre.SignedIn;
import io.caresettle.centre.VisitCall;
import io.caresettle.centre.VisitDesk;
import io.caresettle.journal.Journal;
import io.caresettle.problem.JournalUnavailable;
import io.caresettle.settlement.Quote;
import io.caresettle.settlement.SettlementOutcome.Settled;
import io.caresettle.settlement.SettlementOutcome.Unknown;
import io.caresettle.split.BillId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("One round of a terminal, made by hand")
@Timeout(180)
class OneRoundTest {

  private static final BillId BILL = Till.id("B1");

  @TempDir Path folder;
  private Till till;
  private Optional<OpenedTerminal> opened = Optional.empty();

  /** Of this bill the disk gives nothing. */
  private Optional<BillId> refused = Optional.empty();

  private int undone;

  /** The process ends with an answer out. */
  @BeforeEach
  void leaveOpen() {
    till = new Till(folder);
    Quote quote = till.quote("B1");
    till.centre.next(Fault.ANSWER_LOST);
    assertInstanceOf(Unknown.class, till.counter.settle(BILL, quote));
    till.terminal.close(Duration.ZERO);
  }

  @AfterEach
  void close() {
    opened.ifPresent(terminal -> terminal.close(Duration.ofSeconds(5)));
    till.close();
  }

  /** A terminal that makes no rounds by itself. */
  private OpenedTerminal open(Centre centre) {
    CheckedConfig config = till.config().build().check();
    Journal journal =
        config
            .journal()
            .open(
                Till.INSTITUTION,
                config.slot(),
                config.journalKeys(),
                config.clock(),
                config.random(),
                entry -> {});
    OpenedTerminal terminal =
        new OpenedTerminal(config, new News(config.listener()), failing(journal), centre) {};
    opened = Optional.of(terminal);
    return terminal;
  }

  private Journal failing(Journal journal) {
    return instead(
        Journal.class,
        journal,
        (method, first) -> {
          if (method.equals("of") && refused.filter(bill -> bill.equals(first)).isPresent()) {
            throw new JournalUnavailable(JournalUnavailable.Reason.DISK_FULL, "make room");
          }
          return Optional.empty();
        });
  }

  private interface Instead {
    Optional<Object> of(String method, Object first);
  }

  private static <T> T instead(Class<T> type, T real, Instead answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              Object first = arguments == null ? "" : arguments[0];
              Optional<Object> other = answers.of(method.getName(), first);
              if (other.isPresent()) {
                return other.get();
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  @Test
  void whatCannotBeTakenUpAtTheSignInIsInTheNextRound() {
    till.centre.setReachable(true);
    OpenedTerminal terminal = open(till.centre);
    refused = Optional.of(BILL);
    terminal.rounds.make();
    assertTrue(terminal.signingIn.knowsWhose());
    assertFalse(terminal.signingIn.hasTakenUp());
    assertTrue(terminal.centreClock.known().isPresent(), "it is signed in, and serves patients");
    terminal.rounds.make();
    assertFalse(terminal.signingIn.hasTakenUp());
    refused = Optional.empty();
    terminal.rounds.make();
    assertTrue(terminal.signingIn.hasTakenUp());
    Await.until(() -> terminal.settler.outcomeOf(BILL).orElseThrow() instanceof Settled);
    assertEquals(1, till.centre.calls("signIn").size() - 1, "none but the first needed a sign-in");
  }

  @Test
  void whatACopyCannotDisputeAtOnceItDisputesInTheNextRoundAndSaysSo() {
    till.centre.setReachable(true);
    till.centre.answerSignIns(
        (request, plain) ->
            new SignedIn(
                plain.centreTime(),
                LocalDate.of(2026, 11, 20),
                plain.catalogueVersion(),
                Optional.of(42),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    OpenedTerminal terminal = open(till.centre);
    refused = Optional.of(BILL);
    terminal.rounds.make();
    assertFalse(terminal.signingIn.hasTakenUp());
    assertTrue(copyAlarm(terminal).en().contains("0 bills"), copyAlarm(terminal)::en);
    refused = Optional.empty();
    terminal.rounds.make();
    assertTrue(terminal.signingIn.hasTakenUp());
    assertTrue(copyAlarm(terminal).en().contains("1 bills"), copyAlarm(terminal)::en);
    assertEquals(Optional.of("restored copy"), terminal.settler.disputeOf(BILL));
  }

  private static Alarm copyAlarm(OpenedTerminal terminal) {
    return terminal.alarms.standing().stream()
        .filter(alarm -> alarm.kind() == Alarm.Kind.JOURNAL_IS_COPY)
        .findFirst()
        .orElseThrow();
  }

  /** A visit of an earlier process, which its centre never says is undone. */
  private VisitDesk stubborn() {
    return instead(
        VisitDesk.class,
        VisitDesk.NONE,
        (method, first) -> {
          undone++;
          return Optional.of(new Reply.NoAnswer<VisitCall>("silence"));
        });
  }

  @Test
  void visitsAreLookedAfterOnceItIsKnownWhoseJournalItIsAndThenEveryMinute() {
    VisitDesk desk = stubborn();
    OpenedTerminal terminal =
        open(
            instead(
                Centre.class,
                till.centre,
                (method, first) -> method.equals("visits") ? Optional.of(desk) : Optional.empty()));
    new JournalCalls(terminal.journal)
        .keep(
            new VisitCall(
                Till.id("B9"),
                terminal.journal.nextMessageId(),
                "2201",
                VisitCall.State.STANDS,
                Opaque.copyOf(new byte[] {1}),
                till.clock.instant()));
    till.clock.advance(Duration.ofMinutes(30));
    terminal.rounds.make();
    assertFalse(terminal.signingIn.knowsWhose(), "the centre is away");
    till.clock.advance(Duration.ofMinutes(30));
    terminal.rounds.make();
    assertEquals(0, undone);
    till.centre.setReachable(true);
    terminal.rounds.make();
    assertEquals(1, undone);
    terminal.rounds.make();
    till.clock.advance(Duration.ofSeconds(59));
    terminal.rounds.make();
    assertEquals(1, undone);
    till.clock.advance(Duration.ofSeconds(1));
    terminal.rounds.make();
    assertEquals(2, undone);
  }
}
