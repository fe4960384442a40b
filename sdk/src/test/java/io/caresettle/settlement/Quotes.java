package io.caresettle.settlement;

import io.caresettle.centre.Opaque;
import io.caresettle.centre.SignedIn;
import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.PersonName;
import io.caresettle.credential.TestCode;
import io.caresettle.identity.ConsentCheck;
import io.caresettle.identity.Consents;
import io.caresettle.identity.IdentityRules;
import io.caresettle.identity.InsuredPerson;
import io.caresettle.identity.Patient;
import io.caresettle.identity.Presented;
import io.caresettle.identity.Purpose;
import io.caresettle.identity.RealNameCheck;
import io.caresettle.identity.RealNameProfile;
import io.caresettle.identity.Registration;
import io.caresettle.money.Money;
import io.caresettle.money.Quantity;
import io.caresettle.money.Rate;
import io.caresettle.money.UnitPrice;
import io.caresettle.policy.plan.CareType;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.Catalogue;
import io.caresettle.split.CatalogueClass;
import io.caresettle.split.CatalogueItem;
import io.caresettle.split.FeeLine;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Quotes as the centre would have given them, and settings that know one queue of events. */
final class Quotes {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private Quotes() {}

  static SettlerSettings settings(QueuedTurns turns, SplittableRandom random) {
    CentreClock clock = new CentreClock(turns::nanos);
    clock.set(new SignedIn(turns.instant(), TODAY, "2026-11"));
    return new SettlerSettings(
        turns,
        clock,
        Duration.ofMinutes(2),
        Duration.ofSeconds(5),
        Backoff.fullJitter(Duration.ofMillis(500), Duration.ofMinutes(5), random),
        turns,
        count -> {});
  }

  static BillId bill(String number) {
    return new BillId("TEST00000001", number);
  }

  static Quote quote(BillId id, Clock clock) {
    Patient patient = patient(clock);
    CatalogueItem item =
        new CatalogueItem(
            "TEST-0001", "示例药品", CatalogueClass.A, Rate.basisPoints(0), Optional.empty());
    Bill bill =
        new Bill(
            id,
            List.of(
                new FeeLine(
                    "1",
                    "TEST-0001",
                    UnitPrice.parse("100.00"),
                    Quantity.parse("1"),
                    Money.parseYuan("100.00"))));
    return new Quote(
        id,
        "Q-" + id.number(),
        "ab12",
        Opaque.copyOf(new byte[] {1}),
        Samples.NOON.plus(Duration.ofMinutes(10)),
        TODAY,
        Samples.CONFIRMED,
        Samples.intent("M0", "Q0").particulars(),
        new ConsentCheck(IdentityRules.all(), clock)
            .beforeTrial(
                patient,
                CareType.OUTPATIENT,
                bill,
                new Catalogue("2026-11", Map.of(item.code(), item)),
                Consents.none()),
        patient);
  }

  private static Patient patient(Clock clock) {
    PersonName name = PersonName.of("测试甲");
    IdentityNumber number = IdentityNumber.parse("329900198503120011");
    return new RealNameCheck(RealNameProfile.TEST, IdentityRules.all(), clock)
        .decide(
            new Presented(
                new TestCode(
                    "CSTEST1.x.y",
                    "TEST0001",
                    clock.instant().minusSeconds(5),
                    clock.instant().plusSeconds(60)),
                Purpose.TREATMENT,
                "counter 1"),
            new InsuredPerson("P0000001", name, number, InsuredPerson.CredentialStanding.VALID),
            new Registration("V1", name, number))
        .orThrow();
  }
}
