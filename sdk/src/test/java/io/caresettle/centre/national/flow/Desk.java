package io.caresettle.centre.national.flow;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.caresettle.centre.AnswerFinding;
import io.caresettle.centre.CallBook;
import io.caresettle.centre.CancelRequest;
import io.caresettle.centre.Cancelled;
import io.caresettle.centre.CentreNews;
import io.caresettle.centre.LookUpRequest;
import io.caresettle.centre.LookedUp;
import io.caresettle.centre.PreparedSettlement;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Refusal;
import io.caresettle.centre.Reply;
import io.caresettle.centre.Reservation;
import io.caresettle.centre.ReverseRequest;
import io.caresettle.centre.SettleMessage;
import io.caresettle.centre.SettleRequest;
import io.caresettle.centre.Trial;
import io.caresettle.centre.TrialRequest;
import io.caresettle.centre.Undone;
import io.caresettle.centre.national.envelope.Sender;
import io.caresettle.centre.national.envelope.TifSignature;
import io.caresettle.centre.national.exchange.NationalLine;
import io.caresettle.centre.national.profile.Profiles;
import io.caresettle.credential.TestCode;
import io.caresettle.eligibility.Visit;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.Catalogue;
import io.caresettle.split.FeeLine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A national centre as the port sees it, in front of a scripted platform. */
final class Desk implements AutoCloseable {

  static final String INSTITUTION = "H32050000001";
  static final Duration WITHIN = Duration.ofSeconds(10);
  static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  final ScriptedPlatform platform = new ScriptedPlatform();
  final CallBook book;
  final List<AnswerFinding> findings = new ArrayList<>();
  final NationalCentre centre;
  Instant now = Instant.parse("2026-11-20T02:00:00Z");
  private int ids;

  Desk() {
    this("base", CallBook.inMemory(), Unconfirmed.safe(), HisDetails.NONE);
  }

  Desk(String profile, CallBook book, Unconfirmed answers, HisDetails details) {
    this.book = book;
    NationalSettings settings = settings(profile, answers, details);
    this.centre =
        new NationalCentre(
            settings,
            NationalConnector.line(settings, clock()),
            this::nextId,
            clock(),
            new News(),
            book);
  }

  private NationalSettings settings(String profile, Unconfirmed answers, HisDetails details) {
    return new NationalSettings(
        Profiles.shipped(profile),
        NationalLine.Address.of(platform.url()),
        new TifSignature("app", "secret", () -> "nonce"),
        new Sender(INSTITUTION, "测试医院", "320500", "1", "0001", "收费员甲", "", Map.of()),
        "02-00-00-00-00-01",
        "192.0.2.10",
        () -> new Catalogue("2026-1", Map.of()),
        details,
        answers);
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }

  String nextId() {
    return String.format(Locale.ROOT, "%s202611201000%06d", INSTITUTION, ++ids);
  }

  private final class News implements CentreNews {
    @Override
    public void sent(String type, int bytes, int sealedBytes) {}

    @Override
    public void received(String type, int bytes, int sealedBytes) {}

    @Override
    public void notAuthentic(String type) {}

    @Override
    public void lateReceipt(Receipt receipt) {}

    @Override
    public synchronized void found(AnswerFinding finding) {
      findings.add(finding);
    }
  }

  static BillId id(String number) {
    return new BillId(INSTITUTION, number);
  }

  static <T> T answered(Reply<T> reply) {
    assertInstanceOf(Reply.Answered.class, reply, reply::toString);
    return ((Reply.Answered<T>) reply).value();
  }

  static Refusal refused(Reply<?> reply) {
    assertInstanceOf(Reply.Refused.class, reply, reply::toString);
    return ((Reply.Refused<?>) reply).refusal();
  }

  LookedUp shown() {
    return answered(
        centre.lookUp(
            new LookUpRequest(
                new TestCode("CODE-1", "key", Instant.EPOCH, Instant.MAX),
                Optional.empty(),
                "V1",
                "0001"),
            WITHIN));
  }

  static TrialRequest asked(CareType care, String number, String... prices) {
    List<FeeLine> lines = new ArrayList<>();
    for (String price : prices) {
      lines.add(FeeLine.of(Integer.toString(lines.size() + 1), "TEST-0001", price, "1"));
    }
    return new TrialRequest(
        new Bill(id(number), lines),
        ScriptedBook.PERSON,
        new Visit("V-" + number, care, DAY),
        Scheme.EMPLOYEE,
        "320500");
  }

  Reply<Trial> trial(CareType care, String number) {
    return centre.trial(asked(care, number, "100.00"), WITHIN);
  }

  Trial tried(CareType care, String number) {
    shown();
    return answered(trial(care, number));
  }

  PreparedSettlement prepared(String number, Trial trial) {
    return centre.prepare(
        new SettleRequest(
            new SettleMessage(nextId(), id(number)),
            trial.reference(),
            trial.bodyDigest(),
            trial.body(),
            trial.cut(),
            trial.split(),
            "0001",
            now));
  }

  Reply<Receipt> settle(PreparedSettlement prepared) {
    return centre.settle(prepared, Reservation.NONE, WITHIN);
  }

  Receipt settled(CareType care, String number) {
    return answered(settle(prepared(number, tried(care, number))));
  }

  Reply<Undone> reverse(SettleMessage original) {
    return centre.reverse(centre.prepare(new ReverseRequest(nextId(), original, now)), WITHIN);
  }

  Reply<Cancelled> cancel(Receipt receipt) {
    return centre.cancel(
        centre.prepare(new CancelRequest(nextId(), receipt, "退费", "0001", "", now)), WITHIN);
  }

  @Override
  public void close() {
    centre.close();
    platform.close();
  }
}
