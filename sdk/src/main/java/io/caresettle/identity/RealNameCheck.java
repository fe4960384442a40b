package io.caresettle.identity;

import static io.caresettle.identity.IdentityRule.R_ID_04;
import static io.caresettle.identity.IdentityRule.R_ID_07;

import io.caresettle.credential.Credential;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Finds that credential, rolls and registration name the same person, or stops (R-ID-01 to R-ID-05,
 * R-ID-07, R-ID-08; the articles stand in {@link IdentityRule}).
 *
 * <p>Asked in this order, and the first that fails stops: did this fail too often; was the
 * credential reported lost; is it valid and proved; is it at another counter; does a face disagree;
 * can the registered number exist; do all pairs agree; has a delegate shown what a delegate must;
 * is it whom the care began with.
 *
 * <p>One check serves all counters of a terminal, from any thread: it remembers, in memory alone,
 * what was shown and what failed in the last minutes.
 */
public final class RealNameCheck {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(CHINA);

  private final RealNameProfile profile;
  private final IdentityRules rules;
  private final InstantSource clock;
  private final Recently recently = new Recently();

  /** A check for one terminal. */
  public RealNameCheck(RealNameProfile profile, IdentityRules rules, InstantSource clock) {
    this.profile = profile;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * The patient, when everything agrees; or why not.
   *
   * @param shown a card brings a name and a number of its own; a code brings none, so the centre's
   *     answer stands for it
   * @param person whom the centre named when it was asked about the credential
   */
  public Decision decide(Presented shown, InsuredPerson person, Registration registration) {
    Instant now = clock.instant();
    Credential credential = shown.credential();
    String visit = registration.visitNumber();
    recently.belongs(credential, person.personNumber());
    Asking asking = new Asking(profile, rules, now, shown, person, registration);
    Optional<Stop> stop = tooOften(credential, visit, now);
    boolean counts = stop.isEmpty();
    stop =
        stop.or(() -> lostHere(credential, now))
            .or(asking::credential)
            .or(() -> elsewhere(shown, visit, now))
            .or(asking::person);
    if (stop.isPresent()) {
      if (counts) {
        recently.failed(credential, visit, now);
      }
      return new Decision.Stopped(asking.verdict(stop), stop.get().refusal());
    }
    recently.forgive(credential, visit);
    recently.shown(credential, shown.counter(), visit, now);
    return new Decision.Passed(new Patient(person, registration, credential, asking.verdict(stop)));
  }

  /**
   * The relative whose account may pay, when the credential is as good as a patient's has to be,
   * and bears the name and the number that the centre gave (R-ID-06).
   *
   * @param shown the relative's credential
   * @param found what the centre says of it
   * @param patient who passed the real-name check at this visit
   * @throws CredentialRefused with the reasons that stop a patient's credential, or with {@code
   *     NOT_A_FAMILY_PAYER} where it is another person's, or the patient's own
   */
  public FamilyPayer payer(Credential shown, FoundPayer found, Patient patient) {
    Instant now = clock.instant();
    String visit = patient.registration().visitNumber();
    recently.belongs(shown, found.binding().payerNumber());
    Optional<Stop> stop = tooOften(shown, visit, now);
    boolean counts = stop.isEmpty();
    CredentialStops stops = new CredentialStops(profile, rules, LocalDate.ofInstant(now, CHINA));
    stop =
        stop.or(() -> lostHere(shown, now))
            .or(() -> stops.of(shown, found.standing(), found.lostSince()))
            .or(() -> FamilyPayer.stop(rules, shown, found, patient));
    if (stop.isPresent()) {
      if (counts) {
        recently.failed(shown, visit, now);
      }
      throw stop.get().refusal();
    }
    return new FamilyPayer(found, patient);
  }

  /**
   * Counts that the centre refused whatever was shown for this visit. Whose it was nobody said, so
   * only the visit is known.
   */
  public void refusedByTheCentre(String visitNumber) {
    recently.failed(visitNumber, clock.instant());
  }

  /**
   * Lets a credential and a visit be checked again that failed too often. Who calls this has made
   * sure that a supervisor looked.
   */
  public void release(Credential credential, String visitNumber) {
    recently.release(credential, visitNumber);
  }

  /**
   * Takes a report of loss that is made at this terminal. It stops the credential, and of a code
   * each later one of its owner, here at once and for a day; the centre's own list is the agency's
   * and the owner's to see to (R-ID-07).
   */
  public void reportLost(Credential credential) {
    recently.lost(credential, clock.instant());
  }

  /** Takes back a report that was made at this terminal. */
  public void reportFound(Credential credential) {
    recently.found(credential);
  }

  /**
   * Whether a patient's credential was reported lost here since it was shown: then nothing more is
   * settled with it.
   */
  public boolean isReportedLost(Patient patient) {
    return lost(patient).isPresent();
  }

  /** What the cashier is told when {@link #isReportedLost}: since when. */
  public Optional<CredentialRefused> lost(Patient patient) {
    return lostHere(patient.credential(), clock.instant()).map(Stop::refusal);
  }

  /** Names a credential in the record of a loss, and cannot be shown at a counter: SHA-256. */
  public static String digestOf(Credential credential) {
    return Recently.textKey(credential);
  }

  /** The owner bears what was taken before the report (NT 48¶3), so the moment is told. */
  private static Stop lostSince(Instant since) {
    String moment = MOMENT.format(since);
    return Stop.of(
        R_ID_07, Reason.REPORTED_LOST, "本终端挂失时间 " + moment + " / reported lost here at " + moment);
  }

  private Optional<Stop> tooOften(Credential credential, String visit, Instant now) {
    return Stop.when(
        rules.asks(R_ID_04) && recently.tooOften(credential, visit, now),
        R_ID_04,
        Reason.REPEATED_FAILURES);
  }

  private Optional<Stop> elsewhere(Presented shown, String visit, Instant now) {
    return Stop.when(
        rules.asks(R_ID_04)
            && recently.isElsewhere(shown.credential(), shown.counter(), visit, now),
        R_ID_04,
        Reason.SHOWN_AT_ANOTHER_COUNTER);
  }

  private Optional<Stop> lostHere(Credential credential, Instant now) {
    return rules.asks(R_ID_07)
        ? recently.lostSince(credential, now).map(RealNameCheck::lostSince)
        : Optional.empty();
  }
}
