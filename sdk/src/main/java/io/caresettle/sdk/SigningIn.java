package io.caresettle.sdk;

import io.caresettle.centre.Answers;
import io.caresettle.centre.Centre;
import io.caresettle.centre.SignedIn;
import io.caresettle.journal.Journal;
import io.caresettle.problem.CentreRefused;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.settlement.Settler;
import io.caresettle.split.BillId;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;

/**
 * A sign-in and what follows from it: whose journal this is, and therefore what becomes of the
 * bills that an earlier process left open.
 */
final class SigningIn {

  /** Enough for two copies that are granted one slot at once. */
  private static final int TRIES = 3;

  /** What a centre answers to a copy that it has no slot for. Any other refusal is of no copy. */
  private static final String NO_SLOT = "NO_SLOT";

  private static final int EPOCH_BYTES = 16;

  private final Centre centre;
  private final Journal journal;
  private final Anchoring anchoring;
  private final int askedSlot;
  private final SecureRandom random;
  private final Settler settler;
  private final Alarms alarms;
  private final IntConsumer isCopy;

  /** The slot that was granted, where this process found that its journal is a copy. */
  private OptionalInt copySince = OptionalInt.empty();

  /** Whether it is known whose journal this is. */
  private volatile boolean known;

  /** Whether all that was left open is taken up, or disputed. */
  private volatile boolean takenUp;

  SigningIn(
      Centre centre,
      Journal journal,
      Anchoring anchoring,
      CheckedConfig config,
      Settler settler,
      Alarms alarms,
      IntConsumer isCopy) {
    this.centre = centre;
    this.journal = journal;
    this.anchoring = anchoring;
    this.askedSlot = config.slot();
    this.random = config.random();
    this.settler = settler;
    this.alarms = alarms;
    this.isCopy = isCopy;
  }

  /** Whether it is known whose journal this is, so that what an earlier process left is ours. */
  boolean knowsWhose() {
    return known;
  }

  /** Whether it is, and all that an earlier process left open is taken up, or disputed. */
  boolean hasTakenUp() {
    return takenUp;
  }

  /**
   * Signs in, under another slot where the centre grants one to a copy.
   *
   * @throws CentreRefused when the centre does not let this terminal sign in
   * @throws CentreUnreachable when no answer came that can be believed
   */
  SignedIn signIn(Deadline deadline) {
    SignedIn today = asked(deadline);
    for (int tried = 1; anchoring.grantedInstead(today).isPresent(); tried++) {
      if (tried == TRIES) {
        throw new CentreUnreachable(
            "The centre granted this terminal another slot each time it signed in, so it is not"
                + " signed in: try again, then call the centre");
      }
      goOnAsCopy(anchoring.grantedInstead(today).get());
      today = asked(deadline);
    }
    anchoring.answered(today);
    today.longestMessageLife().ifPresent(settler::longestMessageLife);
    known = true;
    takeUp();
    alarms.over(Alarm.Kind.SIGN_IN_REFUSED);
    alarms.over(Alarm.Kind.NO_SLOT_LEFT);
    return today;
  }

  private SignedIn asked(Deadline deadline) {
    try {
      return Answers.require(centre.signIn(anchoring.signIn(), deadline.left()), "The sign-in");
    } catch (CentreRefused refused) {
      boolean noSlot = refused.code().equals(NO_SLOT);
      alarms.raise(noSlot ? AlarmTexts.noSlot() : AlarmTexts.signInRefused(refused));
      if (!noSlot) {
        // A revoked terminal, say: it may not sign in, and has to undo what it left open.
        known = true;
        takeUp();
      }
      throw refused;
    }
  }

  /**
   * The new life comes first: from here on no id of the original's slot is given out. What was open
   * is disputed after that, or by the next process.
   */
  private void goOnAsCopy(int granted) {
    byte[] name = new byte[EPOCH_BYTES];
    random.nextBytes(name);
    journal.begin(HexFormat.of().formatHex(name), granted);
    anchoring.showAnew();
    synchronized (this) {
      known = true;
      takenUp = false;
      copySince = OptionalInt.of(granted);
    }
    isCopy.accept(granted);
    takeUp();
  }

  /**
   * Goes on with what an earlier process left open, or disputes it; once it is known which. What
   * failed for some bill is done when this is said again.
   */
  synchronized void takeUp() {
    if (takenUp || !known) {
      return;
    }
    if (journal.slot() == askedSlot) {
      settler.takeUp();
    } else {
      // Also where the life began as a copy's in a process that ended before it was done.
      List<BillId> disputed = settler.disputeCopies();
      copySince.ifPresent(granted -> alarms.raise(AlarmTexts.copy(granted, disputed)));
    }
    takenUp = settler.hasTakenUp();
  }

  /** The slots under which the centre may hold what this till, or its original, settled. */
  Optional<Integer> originalsSlot() {
    return Optional.of(askedSlot).filter(slot -> slot != journal.slot());
  }
}
