package io.caresettle.identity;

import static io.caresettle.identity.IdentityRule.R_ID_01;
import static io.caresettle.identity.IdentityRule.R_ID_02;
import static io.caresettle.identity.IdentityRule.R_ID_03;
import static io.caresettle.identity.IdentityRule.R_ID_04;
import static io.caresettle.identity.IdentityRule.R_ID_05;
import static io.caresettle.identity.IdentityRule.R_ID_07;
import static io.caresettle.identity.IdentityRule.R_ID_08;

import io.caresettle.credential.IdentityDocument;
import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.NameMatch;
import io.caresettle.credential.PersonName;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.identity.RealNameVerdict.Compared;
import io.caresettle.identity.RealNameVerdict.Difference;
import io.caresettle.identity.RealNameVerdict.Documents;
import io.caresettle.identity.RealNameVerdict.Kind;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One run through the rules: what was asked, what agreed and what did not. */
final class Asking {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private record Named(PersonName name, IdentityDocument document) {}

  private final RealNameProfile profile;
  private final IdentityRules rules;
  private final LocalDate today;
  private final Presented shown;
  private final Kind kind;
  private final InsuredPerson person;
  private final Registration registration;
  private final Set<IdentityRule> asked = EnumSet.noneOf(IdentityRule.class);
  private final List<Compared> agreed = new ArrayList<>();
  private final List<Difference> differed = new ArrayList<>();
  private NameMatch namesBy = NameMatch.EXACT;

  Asking(
      RealNameProfile profile,
      IdentityRules rules,
      Instant now,
      Presented shown,
      InsuredPerson person,
      Registration registration) {
    this.profile = profile;
    this.rules = rules;
    this.today = LocalDate.ofInstant(now, CHINA);
    this.shown = shown;
    this.kind = Kind.of(shown.credential());
    this.person = person;
    this.registration = registration;
    asks(R_ID_04);
  }

  /** Is the credential any good, whoever shows it? */
  Optional<Stop> credential() {
    asks(R_ID_07);
    asks(R_ID_02);
    return new CredentialStops(profile, rules, today)
        .of(shown.credential(), person.standing(), person.lostSince());
  }

  /** Is it the right person? */
  Optional<Stop> person() {
    return face().or(this::number).or(this::pairs).or(this::delegate).or(this::endOfCare);
  }

  private boolean asks(IdentityRule rule) {
    boolean asks = rules.asks(rule);
    if (asks) {
      asked.add(rule);
    }
    return asks;
  }

  private Optional<Stop> face() {
    return Stop.when(
        asks(R_ID_03)
            && shown.face().filter(f -> f.answer() == FaceResult.Answer.NOT_SAME).isPresent(),
        R_ID_03,
        Reason.FACE_NOT_THE_HOLDER);
  }

  private Optional<Stop> number() {
    if (!asks(R_ID_01) || !(registration.document() instanceof IdentityNumber number)) {
      return Optional.empty();
    }
    return number
        .implausible(today, profile == RealNameProfile.TEST)
        .map(why -> Stop.of(R_ID_01, Reason.DOCUMENT_NOT_PLAUSIBLE, why));
  }

  private Optional<Stop> pairs() {
    Named rolls = new Named(person.name(), person.document());
    Named registered = new Named(registration.name(), registration.document());
    if (asks(R_ID_03) && shown.credential() instanceof SocialSecurityCard card) {
      Named onCard = new Named(card.name(), card.identityNumber());
      compare(Compared.CREDENTIAL_REGISTRATION, onCard, registered);
      compare(Compared.CREDENTIAL_ROLLS, onCard, rolls);
    }
    if (asks(R_ID_01)) {
      compare(Compared.ROLLS_REGISTRATION, rolls, registered);
    }
    if (differed.isEmpty()) {
      return Optional.empty();
    }
    String which =
        differed.stream().map(d -> d.zh() + " / " + d.en()).collect(Collectors.joining("; "));
    List<IdentityRule> broken =
        differed.stream()
            .map(d -> d.pair() == Compared.ROLLS_REGISTRATION ? R_ID_01 : R_ID_03)
            .distinct()
            .sorted()
            .toList();
    boolean onlyUnread =
        differed.stream()
            .allMatch(d -> d.name() == NameMatch.NOT_COMPARABLE && d.documents() == Documents.SAME);
    Reason reason = onlyUnread ? Reason.NAME_NOT_COMPARABLE : Reason.NOT_THE_REGISTERED_PATIENT;
    return Optional.of(new Stop(broken, new CredentialRefused(reason, which)));
  }

  private void compare(Compared pair, Named left, Named right) {
    NameMatch name = left.name().compare(right.name());
    Documents documents =
        left.document().isSameAs(right.document())
            ? Documents.SAME
            : left.document().type() == right.document().type()
                ? Documents.OTHER_NUMBER
                : Documents.OTHER_KIND;
    if (name.isOneName() && documents == Documents.SAME) {
      agreed.add(pair);
      namesBy = namesBy.compareTo(name) < 0 ? name : namesBy;
    } else {
      differed.add(new Difference(pair, name, documents));
    }
  }

  private Optional<Stop> delegate() {
    return registration
        .delegate()
        .filter(d -> asks(R_ID_05))
        .flatMap(d -> DelegateDuty.check(d, person.document(), shown.purpose(), today));
  }

  /** Long-term care asks the same as a hospital does, and at its end one thing more. */
  private Optional<Stop> endOfCare() {
    boolean end =
        shown.purpose().isLongTermCare() && asks(R_ID_08) && shown.purpose() == Purpose.CARE_END;
    return Stop.when(
        end && shown.atStart().filter(this::beganThisCare).isEmpty(),
        R_ID_08,
        Reason.NOT_THE_SAME_AS_AT_START);
  }

  private boolean beganThisCare(Patient start) {
    return start.verdict().purpose() == Purpose.CARE_START
        && start.personNumber().equals(person.personNumber())
        && start.registration().visitNumber().equals(registration.visitNumber());
  }

  RealNameVerdict verdict(Optional<Stop> stop) {
    return new RealNameVerdict(
        stop.isEmpty(),
        kind,
        shown.purpose(),
        agreed,
        differed,
        namesBy,
        registration.delegate().map(Delegate::authority),
        shown.face(),
        stop.map(Stop::rules).orElseGet(() -> List.copyOf(asked)),
        stop.map(s -> s.refusal().reason()),
        person.name().masked(),
        person.document().masked());
  }
}
