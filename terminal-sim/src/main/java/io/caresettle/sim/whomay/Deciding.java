package io.caresettle.sim.whomay;

import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.PersonName;
import io.caresettle.credential.TestCode;
import io.caresettle.eligibility.AreaLaw;
import io.caresettle.eligibility.CarePlan;
import io.caresettle.eligibility.CareVerdict;
import io.caresettle.eligibility.CareVisit;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.EligibilityCheck;
import io.caresettle.eligibility.EligibilityRules;
import io.caresettle.eligibility.Entitlements;
import io.caresettle.eligibility.Recognition;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.IdentityRules;
import io.caresettle.identity.InsuredPerson;
import io.caresettle.identity.Patient;
import io.caresettle.identity.Presented;
import io.caresettle.identity.Purpose;
import io.caresettle.identity.RealNameCheck;
import io.caresettle.identity.RealNameProfile;
import io.caresettle.identity.Registration;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.policy.plan.Ruling;
import io.caresettle.sim.entitle.BookShelf;
import io.caresettle.sim.entitle.Cover;
import io.caresettle.sim.entitle.Entitle;
import io.caresettle.sim.entitle.Entitlement;
import io.caresettle.sim.verdict.ByBook;
import io.caresettle.sim.verdict.TerminalsCopy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the question to the centre, and what it answers to the terminal. */
final class Deciding {

  private static final String VISIT = "WHO-MAY";
  private static final Instant MORNING = Instant.parse("2026-11-20T02:00:00Z");

  private final PolicyBook book;
  private final AreaLaw law;
  private final BookShelf shelf;

  Deciding(PolicyBook book, BookShelf shelf) {
    this.book = book;
    this.law = new ByBook(book);
    this.shelf = shelf;
  }

  Told of(Asked asked) {
    Entitlement decided = new Entitle(shelf).decide(asked.person(), asked.day(), asked.uploaded());
    Entitlements handed = new TerminalsCopy(decided, asked.person()).entitlements();
    Optional<EntitlementRules> home =
        decided.serving().map(Cover::area).map(area -> law.on(area, asked.day()));
    Standing standing = new Standing(home, law.on(asked.place().area(), asked.day()));
    CentresWord centre = new CentresWord(shelf, decided, asked);
    List<Answer> answers =
        asked.benefits().stream()
            .map(
                benefit ->
                    benefit.isGivenAt(asked.place())
                        ? answer(asked, benefit, handed, standing, centre)
                        : Answer.notGiven(benefit))
            .toList();
    List<String> lawless =
        Stream.concat(decided.serving().map(Cover::area).stream(), Stream.of(asked.place().area()))
            .distinct()
            .filter(area -> saysNothing(law.on(area, asked.day())))
            .toList();
    Entitlement told =
        asked.until().isEmpty()
            ? decided
            : new Entitle(shelf).decide(asked.staying(), asked.day(), asked.uploaded());
    return new Told(asked, told, answers, lawless);
  }

  private static boolean saysNothing(EntitlementRules rules) {
    return Arrays.stream(EntitlementName.values())
        .allMatch(name -> rules.asWritten(name) instanceof Ruling.NotPublished<?>);
  }

  private Answer answer(
      Asked asked, Benefit benefit, Entitlements handed, Standing standing, CentresWord centre) {
    EligibilityCheck check = new EligibilityCheck(law, EligibilityRules.all());
    if (benefit.care().isEmpty()) {
      return longTermCare(check, asked, handed, standing, centre);
    }
    CareType care = benefit.care().get();
    String disease = disease(care, handed, asked);
    Visit visit =
        new Visit(VISIT, care, asked.day()).forDisease(disease).uploaded(asked.uploaded());
    Visit whole = asked.discharged(care).map(visit::discharged).orElse(visit);
    Purpose purpose = care == CareType.PHARMACY ? Purpose.PURCHASE : Purpose.TREATMENT;
    Eligibility verdict = check.decide(somebody(asked, purpose), whole, asked.place(), handed);
    List<Row> rows =
        new Unpublished(book).tell(new Rows(verdict, handed, standing).all(), verdict, care, asked);
    return new Answer(
        benefit,
        true,
        rows,
        verdict.notices().stream().map(n -> Reason.of(n, standing)).toList(),
        centre.differences(care, disease, verdict));
  }

  private static Answer longTermCare(
      EligibilityCheck check,
      Asked asked,
      Entitlements handed,
      Standing standing,
      CentresWord centre) {
    Optional<CarePlan> plan =
        handed.carePlans().stream().filter(p -> p.carer().equals(asked.place().code())).findFirst();
    CareVisit visit =
        new CareVisit(
            VISIT,
            asked.day(),
            plan.map(CarePlan::number).orElse(""),
            plan.flatMap(p -> p.items().stream().findFirst()).orElse(""));
    CareVerdict verdict =
        check.longTermCare(somebody(asked, Purpose.CARE_START), visit, asked.place(), handed);
    Row row =
        new Row(
            Row.Purse.LONG_TERM_CARE,
            verdict.open(),
            plan.filter(p -> verdict.open()).flatMap(CarePlan::to).map(Object::toString),
            verdict.closedBy().stream().map(n -> Reason.of(n, standing)).toList());
    return new Answer(
        Benefit.LONG_TERM_CARE,
        true,
        List.of(row),
        List.of(),
        centre.differencesInLongTermCare(verdict.open()));
  }

  /** The one that holds on the day, else any: then the verdict says what is wrong with it. */
  private static String disease(CareType care, Entitlements handed, Asked asked) {
    if (care != CareType.SPECIAL_OUTPATIENT && care != CareType.CHRONIC_OUTPATIENT) {
      return "";
    }
    Recognition.Kind kind =
        care == CareType.SPECIAL_OUTPATIENT ? Recognition.Kind.SPECIAL : Recognition.Kind.CHRONIC;
    List<Recognition> ofKind =
        handed.recognitions().stream().filter(r -> r.kind() == kind).toList();
    return ofKind.stream()
        .filter(r -> r.holdsOn(asked.day()))
        .findFirst()
        .or(() -> ofKind.stream().findFirst())
        .map(Recognition::disease)
        .orElse("");
  }

  /** Nobody stands at a counter: it is asked as if the real-name check had been passed. */
  private static Patient somebody(Asked asked, Purpose purpose) {
    PersonName name = PersonName.of("测试甲");
    IdentityNumber number = IdentityNumber.parse("329900198503120011");
    Presented shown =
        new Presented(
            new TestCode("CSTEST1.x.y", "TEST0001", MORNING, MORNING.plusSeconds(60)),
            purpose,
            VISIT);
    return new RealNameCheck(
            RealNameProfile.TEST, IdentityRules.all(), Clock.fixed(MORNING, ZoneOffset.UTC))
        .decide(
            shown,
            new InsuredPerson(
                asked.person().number(), name, number, InsuredPerson.CredentialStanding.VALID),
            new Registration(VISIT, name, number))
        .orThrow();
  }
}
