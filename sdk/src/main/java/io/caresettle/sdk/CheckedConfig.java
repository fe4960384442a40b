package io.caresettle.sdk;

import io.caresettle.centre.CentreConnector;
import io.caresettle.eligibility.Institution;
import io.caresettle.identity.FaceCheck;
import io.caresettle.identity.RealNameProfile;
import io.caresettle.journal.JournalKeys;
import io.caresettle.journal.JournalPlace;
import io.caresettle.operator.OperatorBook;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.certificate.Validity;
import io.caresettle.protocol.keys.EncryptionPair;
import io.caresettle.settlement.Backoff;
import io.caresettle.settlement.UndoProfile;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A configuration in which nothing is missing.
 *
 * @param persons people who exist, or people of tests as well
 * @param faceCheck compares faces, where the counters have a device for it
 * @param certified when this terminal's certificates are valid; empty where the way to the centre
 *     is not told by certificates
 */
record CheckedConfig(
    CentreConnector centre,
    Optional<Validity> certified,
    Institution institution,
    int slot,
    RealNameProfile persons,
    FaceCheck faceCheck,
    JournalPlace journal,
    JournalKeys journalKeys,
    PolicyBook policy,
    OperatorBook operators,
    Clock clock,
    LongSupplier nanos,
    SecureRandom random,
    Backoff backoff,
    Duration deadline,
    Duration keepFor,
    boolean secondPersonCancels,
    UndoProfile undo,
    Duration rounds,
    Duration costsAlarmAfter,
    TerminalListener listener) {

  /** No source states how long a message may be under way at a national gateway. */
  private static final Duration LONGEST_MESSAGE_LIFE = Duration.ofMinutes(10);

  /**
   * Checks everything there is to check without the centre.
   *
   * @throws Misuse that lists all faults
   */
  static CheckedConfig of(TerminalConfig.Builder b) {
    List<String> faults = new ArrayList<>();
    require(faults, b.centre.isPresent(), "centre: name its address and the keys");
    require(faults, b.institution.isPresent(), "institution: name the one this terminal serves");
    b.institution.ifPresent(
        i ->
            require(
                faults,
                i.code().matches("[0-9A-Z]{12}"),
                "institution: its code must be 12 digits or capital letters, but is '"
                    + i.code()
                    + "'"));
    require(faults, b.slot.isPresent(), "slot: give the terminal a number of its own, 0 to 99");
    b.slot.ifPresent(s -> require(faults, s >= 0 && s <= 99, "slot: must be 0 to 99, but is " + s));
    require(faults, b.journal.isPresent(), "journal: name a file on a local disk");
    b.journal.flatMap(JournalPlace::fault).ifPresent(fault -> faults.add("journal: " + fault));
    Optional<EncryptionPair> journalKey = b.journalKey.or(() -> b.centreKey);
    require(
        faults,
        journalKey.isPresent(),
        "journalKey: name the encryption pair that opens the journal's data keys");
    require(
        faults,
        b.recoveryKey.isPresent() || b.withoutRecoveryKey,
        "recoveryKey: name the institution's, kept elsewhere, for the day on which this terminal's"
            + " key is lost; or say withoutRecoveryKey, and its open bills are lost with it");
    require(
        faults,
        b.operators.isPresent(),
        "operators: name who may stand at the counters, and as what");
    b.operators.ifPresent(
        o ->
            faults.addAll(
                o.faults(b.institution.map(Institution::code).orElse(""), b.clock.instant())));
    require(faults, b.policy.isPresent(), "policy: name the packs to estimate with");
    require(faults, isPositive(b.deadline), "deadline: must be more than nothing");
    require(faults, isPositive(b.keepFor), "keepFor: must be more than nothing");
    require(faults, isPositive(b.rounds), "rounds: must be more than nothing");
    if (!faults.isEmpty()) {
      throw new Misuse(
          "The terminal's configuration is not usable:\n- " + String.join("\n- ", faults));
    }
    return new CheckedConfig(
        b.centre.orElseThrow(),
        b.certified,
        b.institution.orElseThrow(),
        b.slot.orElseThrow(),
        b.persons,
        b.faceCheck,
        b.journal.orElseThrow(),
        JournalKeys.of(journalKey.orElseThrow(), b.olderJournalKeys, b.recoveryKey),
        b.policy.orElseThrow(),
        b.operators.orElseThrow(),
        b.clock,
        b.nanos,
        b.random,
        b.backoff.orElseGet(
            () -> Backoff.fullJitter(Duration.ofMillis(500), Duration.ofMinutes(5), b.random)),
        b.deadline,
        b.keepFor,
        b.secondPersonCancels,
        b.undo.orElseGet(() -> usualUndo(b.centre.orElseThrow())),
        b.rounds,
        b.costsAlarmAfter,
        b.listener);
  }

  private static UndoProfile usualUndo(CentreConnector centre) {
    return centre.namesWhatRefusalsMean()
        ? UndoProfile.nationalInterface(LONGEST_MESSAGE_LIFE)
        : UndoProfile.sealedProtocol();
  }

  private static void require(List<String> faults, boolean good, String fault) {
    if (!good) {
      faults.add(fault);
    }
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isNegative() && !duration.isZero();
  }
}
