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

  /** Until the first answer: a copy that writes would soon look like its original going on. */
  private Optional<AuditHead> atOpening;

  /** Before anything is appended. */
  Anchoring(Journal journal, String institution, String version) {
    this.journal = journal;
    this.institution = institution;
    this.version = version;
    this.atOpening = Optional.of(journal.head());
  }

  /** The sign-in of this moment; the first shows the head that the journal was opened with. */
  synchronized SignIn signIn() {
    ChainHead head = told(atOpening.orElseGet(journal::head));
    return new SignIn(
        institution,
        journal.slot(),
        journal.epoch(),
        version,
        Optional.of(head),
        lastCountersigned());
  }

  /** The head of this moment. */
  ChainHead head() {
    return told(journal.head());
  }

  private static ChainHead told(AuditHead head) {
    return new ChainHead(head.epoch(), head.position(), head.digest());
  }

  /** The centre has answered. */
  synchronized void shown() {
    atOpening = Optional.empty();
  }

  /** By it a centre that was restored from a backup notices that it is behind. */
  private Optional<Evidence> lastCountersigned() {
    List<Anchor> anchors = journal.anchors();
    return anchors.isEmpty()
        ? Optional.empty()
        : Optional.of(new Evidence("", Opaque.copyOf(anchors.get(anchors.size() - 1).receipt())));
  }

  /** Keeps the centre's signature, where it gave one. */
  void keep(SignedIn answer) {
    answer.head().ifPresent(this::keep);
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
