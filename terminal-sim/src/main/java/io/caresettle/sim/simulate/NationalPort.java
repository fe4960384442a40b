package io.caresettle.sim.simulate;

import io.caresettle.centre.AnswerFinding;
import io.caresettle.centre.CallBook;
import io.caresettle.centre.Centre;
import io.caresettle.centre.CentreNews;
import io.caresettle.centre.CertificateBook;
import io.caresettle.centre.LookUpRequest;
import io.caresettle.centre.Opaque;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Reply;
import io.caresettle.centre.SignIn;
import io.caresettle.centre.SignedIn;
import io.caresettle.centre.national.envelope.Sender;
import io.caresettle.centre.national.exchange.NationalLine;
import io.caresettle.centre.national.flow.HisDetails;
import io.caresettle.centre.national.flow.NationalConnector;
import io.caresettle.centre.national.flow.NationalSettings;
import io.caresettle.centre.national.flow.Unconfirmed;
import io.caresettle.journal.MessageIds;
import io.caresettle.settlement.CentreClock;
import io.caresettle.settlement.Line;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.Settler;
import io.caresettle.settlement.UndoProfile;
import io.caresettle.settlement.visit.VisitKeeper;
import io.caresettle.split.BillId;
import io.caresettle.split.Catalogue;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A till that speaks the national interface: the real flows, over a way in virtual time. */
final class NationalPort implements Port {

  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final Duration LIFE = Duration.ofMinutes(10);

  /** As a terminal has it. */
  private static final Duration IDLE = Duration.ofMinutes(20);

  private static final Duration BETWEEN = Duration.ofMinutes(1);

  /** Once the weather is good, less often is as good, and faster to live. */
  private static final Duration IN_CALM = Duration.ofMinutes(10);

  /** Then nobody comes any more, and all that was given up is idle. */
  private static final Duration LAST_LOOK = Duration.ofHours(3);

  private final Till till;
  private final int number;
  private final NationalTown town;
  private final Strands strands;
  private final Map<String, String> sent;
  private Clock clock = Clock.systemUTC();
  private CallBook calls = CallBook.inMemory();
  private @Nullable Centre centre;
  private List<VisitKeeper.OpenVisit> listed = List.of();

  /**
   * @param sent what the whole institution sent under which message id
   */
  NationalPort(
      Till till, int number, NationalTown town, Strands strands, Map<String, String> sent) {
    this.till = till;
    this.number = number;
    this.town = town;
    this.strands = strands;
    this.sent = sent;
  }

  @Override
  public Line line(SimJournal journal, Life life, Clock wall, Consumer<Receipt> late) {
    clock = wall;
    calls = town.has(NationalDefect.CALLS_FORGOTTEN) ? CallBook.inMemory() : new SimCalls(journal);
    NationalWay way = new NationalWay(town, number, till.disk, life, sent);
    centre =
        NationalConnector.over(settings(), way)
            .connect(
                till.institution.code(),
                journal::nextMessageId,
                wall,
                news(late),
                new NoBook(),
                calls);
    return Line.blocking(centre, strands.of(life));
  }

  private NationalSettings settings() {
    return new NationalSettings(
        town.asTillsReadIt(),
        NationalLine.Address.of(URI.create("http://127.0.0.1/nowhere")),
        (request, at) -> Map.of(),
        new Sender(
            till.institution.code(),
            till.institution.name(),
            "320500",
            "1",
            "0001",
            "收费员甲",
            "",
            town.furtherFields(till.institution.code())),
        "02-00-00-00-00-01",
        "192.0.2.10",
        () -> new Catalogue("TEST-2026-11", Map.of()),
        HisDetails.NONE,
        Unconfirmed.safe());
  }

  private CentreNews news(Consumer<Receipt> late) {
    return new CentreNews() {
      @Override
      public void sent(String type, int bytes, int sealedBytes) {}

      @Override
      public void received(String type, int bytes, int sealedBytes) {}

      @Override
      public void notAuthentic(String type) {}

      @Override
      public void found(AnswerFinding finding) {
        till.world.chronicle.tell(till.toString(), "finds " + finding.name());
      }

      @Override
      public void lateReceipt(Receipt receipt) {
        late.accept(receipt);
      }
    };
  }

  /** Nothing is signed. */
  private static final class NoBook implements CertificateBook {
    @Override
    public void keep(String keyId, Opaque certificates) {}

    @Override
    public List<Opaque> find(String keyId) {
      return List.of();
    }
  }

  private Centre centre() {
    return Optional.ofNullable(centre).orElseThrow();
  }

  @Override
  public Door door(SimJournal journal, CentreClock centreClock) {
    return new Door() {
      @Override
      public Optional<SignedIn> ask() {
        Reply<SignedIn> told =
            centre()
                .signIn(
                    new SignIn(till.institution.code(), journal.slot(), journal.epoch(), "sim"),
                    WITHIN);
        if (told instanceof Reply.Answered<SignedIn> a) {
          centreClock.set(a.value());
          return Optional.of(a.value());
        } else if (told instanceof Reply.NotSent) {
          return Optional.empty();
        }
        throw new IllegalStateException("The platform refuses a sign-in: " + told);
      }

      /** This interface has nothing that would know a copy. */
      @Override
      public List<BillId> takeUp(SignedIn told, Settler settler) {
        settler.takeUp();
        return List.of();
      }

      @Override
      public Optional<Duration> nextDay(SignedIn told) {
        return Optional.empty();
      }
    };
  }

  @Override
  public UndoProfile undo() {
    UndoProfile usual = UndoProfile.nationalInterface(LIFE);
    return town.has(NationalDefect.UNKNOWN_TEXT_IS_UNDONE)
        ? new UndoProfile(
            usual.longestMessageLife(),
            usual.queriesBeforeAbsent(),
            usual.refusals(),
            UndoProfile.Meaning.UNDONE,
            usual.differences(),
            usual.anyOtherDifference())
        : usual;
  }

  @Override
  public boolean lookUp(Plan plan) {
    return centre()
            .lookUp(
                new LookUpRequest(
                    People.card(plan.person()), Optional.empty(), plan.visit(), "op-1"),
                WITHIN)
        instanceof Reply.Answered;
  }

  @Override
  public void goOn(Settler settler, Life life) {
    if (town.has(NationalDefect.VISIT_LEFT)) {
      return;
    }
    VisitKeeper keeper =
        new VisitKeeper(
            calls,
            centre().visits(),
            bill -> known(settler, bill),
            id -> MessageIds.slotOf(id) == till.disk.slot(),
            clock,
            IDLE);
    lookAfter(keeper, life);
  }

  /** One look after the other, as a terminal has it. */
  private void lookAfter(VisitKeeper keeper, Life life) {
    strands
        .of(life)
        .execute(
            () -> {
              listed = keeper.look(WITHIN);
              listed.forEach(
                  one ->
                      till.world.chronicle.tell(
                          till.toString(),
                          "cannot take back " + one.kind() + " of " + one.bill().number()));
              if (till.world.agenda.elapsed().compareTo(LAST_LOOK) < 0) {
                var unused =
                    till.world.agenda.after(
                        till.world.isStorm() ? BETWEEN : IN_CALM,
                        life,
                        () -> lookAfter(keeper, life));
              }
            });
  }

  /** The bills whose visits a person is told to look after. */
  Set<BillId> listed() {
    return listed.stream().map(VisitKeeper.OpenVisit::bill).collect(Collectors.toSet());
  }

  /** What a terminal knows of a bill's money. */
  private static VisitKeeper.Settlement known(Settler settler, BillId bill) {
    return settler
        .outcomeOf(bill)
        .map(
            outcome -> {
              if (outcome instanceof SettlementOutcome.Settled) {
                return VisitKeeper.Settlement.STANDS;
              }
              return outcome instanceof SettlementOutcome.Unknown
                      || outcome instanceof SettlementOutcome.SettledDifferently
                  ? VisitKeeper.Settlement.OPEN
                  : VisitKeeper.Settlement.NONE;
            })
        .orElse(VisitKeeper.Settlement.NONE);
  }

  @Override
  public Centre days() {
    return centre();
  }
}
