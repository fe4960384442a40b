package io.caresettle.sdk;

import io.caresettle.centre.ChainHead;
import io.caresettle.centre.Countersigned;
import io.caresettle.centre.Evidence;
import io.caresettle.centre.Opaque;
import io.caresettle.centre.SignIn;
import io.caresettle.centre.SignedIn;
import io.caresettle.journal.Anchor;
import io.caresettle.journal.AuditHead;
import io.caresettle.journal.Journal;
import java.util.List;
import java.util.Optional;

/**
 * Takes the head of the journal's audit chain to the centre with each sign-in, and keeps what the
 * centre signs over it: what lies under that cannot be changed unnoticed any more.
 */
final class Anchoring {

  private final Journal journal;
  private final String institution;
  private final String version;

  /**
   * What the sign-in shows that is out, and at first what the journal was opened with. Until the
   * centre has answered, nothing newer is shown: a message that overtook the sign-in would make an
   * older copy of this till, and a copy that writes would soon look like its original going on.
   */
  private Optional<AuditHead> out;

  /** Before anything is appended. */
  Anchoring(Journal journal, String institution, String version) {
    this.journal = journal;
    this.institution = institution;
    this.version = version;
    this.out = Optional.of(journal.head());
  }

  /** The sign-in of this moment; one that nobody has answered is said again. */
  synchronized SignIn signIn() {
    // First, so that no receipt is of a newer head than the one that is shown with it.
    Optional<Evidence> last = lastCountersigned();
    AuditHead head = head();
    out = Optional.of(head);
    return new SignIn(
        institution, journal.slot(), journal.epoch(), version, Optional.of(told(head)), last);
  }

  /** The head that may be shown at this moment. */
  synchronized AuditHead head() {
    return out.orElseGet(journal::head);
  }

  /** The same, as a settlement shows it. */
  ChainHead chainHead() {
    return told(head());
  }

  private static ChainHead told(AuditHead head) {
    return new ChainHead(head.epoch(), head.position(), head.digest());
  }

  /** By it a centre that was restored from a backup notices that it is behind. */
  private Optional<Evidence> lastCountersigned() {
    List<Anchor> anchors = journal.anchors();
    return anchors.isEmpty()
        ? Optional.empty()
        : Optional.of(new Evidence("", Opaque.copyOf(anchors.get(anchors.size() - 1).receipt())));
  }

  /** The centre has answered; what it signed is kept, where it did. */
  void answered(SignedIn answer) {
    showAnew();
    answer.head().ifPresent(this::keep);
  }

  /** What is written from here on may be shown. */
  synchronized void showAnew() {
    out = Optional.empty();
  }

  private void keep(Countersigned signed) {
    ChainHead head = signed.head();
    journal.keepAnchor(
        new AuditHead(head.epoch(), head.position(), head.digest()),
        signed.evidence().document().bytes());
  }

  /** The slot that the centre grants instead, where it takes this journal for a copy. */
  Optional<Integer> grantedInstead(SignedIn answer) {
    return answer.grantedSlot().filter(slot -> slot != journal.slot());
  }
}
