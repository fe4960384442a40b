package io.caresettle.reconciliation;

import io.caresettle.centre.Answers;
import io.caresettle.centre.Centre;
import io.caresettle.centre.ChainHead;
import io.caresettle.centre.ClearingGroup;
import io.caresettle.centre.ComparedDay;
import io.caresettle.centre.Countersigned;
import io.caresettle.centre.DaySettlement;
import io.caresettle.centre.DayTotals;
import io.caresettle.centre.GroupTotals;
import io.caresettle.centre.Reply;
import io.caresettle.journal.AuditHead;
import io.caresettle.journal.Journal;
import io.caresettle.problem.Misuse;
import io.caresettle.reconciliation.Difference.CarriedOver;
import io.caresettle.settlement.BookedAttempt;
import io.caresettle.settlement.DayBook;
import io.caresettle.split.BillId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Compares days with the centre, and does what an operator confirms about them. Whether the
 * operator may is asked before.
 */
public final class DayEnd {

  private final String institution;
  private final Centre centre;
  private final Journal journal;
  private final Supplier<AuditHead> head;
  private final DayBook book;
  private final LongSupplier nanos;
  private final BiConsumer<BillId, String> alarm;

  /**
   * @param head of the journal, as far as the centre may be shown it at this moment
   * @param nanos a clock that nobody sets, for deadlines
   * @param alarm hears of what the centre holds and no journal here knows
   */
  public DayEnd(
      String institution,
      Centre centre,
      Journal journal,
      Supplier<AuditHead> head,
      DayBook book,
      LongSupplier nanos,
      BiConsumer<BillId, String> alarm) {
    this.institution = institution;
    this.centre = centre;
    this.journal = journal;
    this.head = head;
    this.book = book;
    this.nanos = nanos;
    this.alarm = alarm;
  }

  /**
   * Compares a closed day, anchors the audit chain, and keeps as reconciled what both books agree
   * on. It can be done as often as is wanted.
   *
   * @throws io.caresettle.problem.CentreRefused when the day is still open there
   * @throws io.caresettle.problem.CentreUnreachable when no answer came that can be believed
   */
  public DayReport compare(LocalDate day, String operator, Duration within) {
    long end = nanos.getAsLong() + within.toNanos();
    Supplier<Duration> left = () -> Duration.ofNanos(Math.max(0, end - nanos.getAsLong()));
    OurBook ours = new OurBook(day, journal, book);
    List<BookedAttempt> today = ours.ofTheDay();
    List<GroupTotals> sums = Sums.of(today);
    Set<Integer> slots = ours.slots(journal.slot());
    AuditHead shown = head.get();
    ComparedDay compared =
        Answers.require(
            centre
                .dayEnd()
                .compare(
                    new DayTotals(
                        day, slots, sums, journal.slot(), Optional.of(told(shown)), operator),
                    left.get()),
            "The day's sums");
    List<DayReport.Group> groups = groups(sums, compared);
    Set<ClearingGroup> equal = new HashSet<>();
    groups.stream().filter(DayReport.Group::equal).forEach(g -> equal.add(g.ours().group()));
    List<BookedAttempt> bySums =
        today.stream()
            .filter(attempt -> attempt.group().filter(equal::contains).isPresent())
            .filter(attempt -> !attempt.end().isCarriedOver())
            .toList();
    List<Difference> details = details(day, ours, groups, equal, slots, left);
    // The heads that the centre signs are of before the comparison: what is kept of it lies above.
    Optional<Countersigned> anchor = anchor(shown, compared, left);
    Map<String, DaySettlement> theirs = new HashMap<>();
    details.forEach(
        one -> one.theirSide().ifPresent(their -> theirs.put(their.message().messageId(), their)));
    DayReport report =
        new DayReport(
            institution,
            day,
            slots,
            groups,
            bySums,
            details.stream().filter(one -> !(one instanceof CarriedOver)).toList(),
            ours.open().stream()
                .map(
                    open ->
                        new CarriedOver(open, Optional.ofNullable(theirs.get(open.messageId()))))
                // With other figures at the centre it is among the details.
                .filter(open -> isNotAmong(details, open.ours()))
                .toList(),
            ours.unreadable(),
            reconcile(day, bySums, details),
            anchor);
    alarmOf(report);
    return report;
  }

  private static boolean isNotAmong(List<Difference> details, BookedAttempt attempt) {
    return details.stream()
        .filter(one -> !(one instanceof CarriedOver))
        .noneMatch(one -> one.ourSide().filter(attempt::equals).isPresent());
  }

  private static ChainHead told(AuditHead head) {
    return new ChainHead(head.epoch(), head.position(), head.digest());
  }

  private static List<DayReport.Group> groups(List<GroupTotals> sums, ComparedDay compared) {
    Map<ClearingGroup, GroupTotals> own = new HashMap<>();
    sums.forEach(one -> own.put(one.group(), one));
    List<DayReport.Group> groups = new ArrayList<>();
    for (ComparedDay.Compared one : compared.groups()) {
      ClearingGroup group = one.centre().group();
      GroupTotals ours =
          Optional.ofNullable(own.remove(group)).orElseGet(() -> Sums.nothing(group));
      groups.add(new DayReport.Group(ours, one.centre()));
    }
    // Whatever the centre does not mention, it has nothing of.
    own.values().forEach(one -> groups.add(new DayReport.Group(one, Sums.nothing(one.group()))));
    groups.sort((a, b) -> Sums.ORDER.compare(a.ours().group(), b.ours().group()));
    return groups;
  }

  private List<Difference> details(
      LocalDate day,
      OurBook ours,
      List<DayReport.Group> groups,
      Set<ClearingGroup> equal,
      Set<Integer> slots,
      Supplier<Duration> left) {
    TheirBook asked = new TheirBook(centre.dayEnd(), slots, left);
    List<DaySettlement> theirs = new ArrayList<>();
    for (DayReport.Group group : groups) {
      if (!group.equal()) {
        theirs.addAll(asked.of(day, Optional.of(group.ours().group())));
      }
    }
    ours.lookAt(theirs.stream().map(one -> one.message().bill()).toList());
    theirs.addAll(neighbours(day, ours, equal, theirs, asked));
    Set<String> messages = messages(theirs);
    List<BookedAttempt> some =
        ours.attempts()
            .filter(
                attempt ->
                    attempt.group().filter(equal::contains).isEmpty()
                        || messages.contains(attempt.messageId()))
            .toList();
    return Comparison.of(day, some, theirs, ours.known());
  }

  /** Both clocks differ, so that the centre may count ours in the day before or after. */
  private static List<DaySettlement> neighbours(
      LocalDate day,
      OurBook ours,
      Set<ClearingGroup> equal,
      List<DaySettlement> theirs,
      TheirBook asked) {
    Set<String> found = messages(theirs);
    Set<String> missing = new HashSet<>();
    Set<ClearingGroup> groups = new HashSet<>();
    for (BookedAttempt attempt : ours.ofTheDay()) {
      if (attempt.group().filter(group -> !equal.contains(group)).isPresent()
          && !found.contains(attempt.messageId())) {
        missing.add(attempt.messageId());
        groups.add(attempt.group().get());
      }
    }
    List<DaySettlement> near = new ArrayList<>();
    for (ClearingGroup group : groups) {
      for (LocalDate other : List.of(day.plusDays(1), day.minusDays(1))) {
        asked.of(other, Optional.of(group)).stream()
            .filter(one -> missing.contains(one.message().messageId()))
            .forEach(near::add);
      }
    }
    return near;
  }

  private static Set<String> messages(List<DaySettlement> theirs) {
    Set<String> messages = new HashSet<>();
    theirs.forEach(one -> messages.add(one.message().messageId()));
    return messages;
  }

  /** The centre leaves a head out that it will not sign; it is asked once more, by itself. */
  private Optional<Countersigned> anchor(
      AuditHead shown, ComparedDay compared, Supplier<Duration> left) {
    Optional<Countersigned> signed = compared.head();
    if (signed.isEmpty()
        && centre.audit().anchor(journal.slot(), told(shown), left.get())
            instanceof Reply.Answered<Countersigned> answered) {
      signed = Optional.of(answered.value());
    }
    signed.ifPresent(one -> journal.keepAnchor(shown, one.evidence().document().bytes()));
    return signed;
  }

  private int reconcile(LocalDate day, List<BookedAttempt> bySums, List<Difference> details) {
    List<BookedAttempt> agreed = new ArrayList<>(bySums);
    details.stream()
        .filter(Difference.Same.class::isInstance)
        .forEach(same -> same.ourSide().ifPresent(agreed::add));
    int kept = 0;
    for (BookedAttempt attempt : agreed) {
      if (attempt.last() && Sides.HAS_ENDED.contains(attempt.state()) && agrees(attempt, day)) {
        kept++;
      }
    }
    return kept;
  }

  /** It may have changed since it was read; then the next comparison sees it. */
  private boolean agrees(BookedAttempt attempt, LocalDate day) {
    if (!book.attempts(attempt.bill()).contains(attempt)) {
      return false;
    }
    try {
      book.agrees(attempt.bill(), day);
      return true;
    } catch (Misuse e) {
      return false;
    }
  }

  private void alarmOf(DayReport report) {
    for (Difference one : report.details()) {
      if (one instanceof Difference.OnlyTheirs theirs && theirs.isUnheardOf()) {
        boolean unused = book.onlyTheirs(theirs.theirs(), Sides.onlyTheirs(theirs.theirs()));
      }
    }
  }

  /**
   * Looks through a day of the centre's, also one that is still open, for what stands there and was
   * never to be settled by this journal. Each is listed as disputed then, and told.
   *
   * @param slots whose settlements are looked at
   * @throws io.caresettle.problem.CentreUnreachable when no answer came that can be believed
   */
  public List<BillId> heldByCentreOnly(LocalDate day, Set<Integer> slots, Duration within) {
    long end = nanos.getAsLong() + within.toNanos();
    TheirBook asked =
        new TheirBook(
            centre.dayEnd(), slots, () -> Duration.ofNanos(Math.max(0, end - nanos.getAsLong())));
    return asked.of(day, Optional.empty()).stream()
        .filter(DaySettlement::stands)
        .filter(theirs -> book.onlyTheirs(theirs, Sides.onlyTheirs(theirs)))
        .map(theirs -> theirs.message().bill())
        .toList();
  }

  /**
   * Does what an operator has confirmed. The operator has signed for it before.
   *
   * @throws Misuse when the bill is not as it was seen: the day has to be compared again
   */
  public void confirm(Remedy remedy) {
    if (remedy instanceof Remedy.LostJournal lost) {
      if (book.attempts(lost.bill()).stream()
          .anyMatch(a -> a.messageId().equals(lost.theirs().message().messageId()))) {
        throw changed(lost.bill());
      }
      alarm.accept(lost.bill(), Remedy.LostJournal.REASON);
    } else if (remedy instanceof Remedy.ReverseAgain again) {
      requireSeen(again.ours());
      book.held(again.bill(), "the day's details hold it", Optional.empty());
    } else if (remedy instanceof Remedy.TakeForAbsent absent) {
      requireSeen(absent.ours());
      book.notHeld(absent.bill(), "the day's details do not hold it");
    } else if (remedy instanceof Remedy.Dispute dispute) {
      requireSeen(dispute.ours());
      dispute(dispute);
    }
  }

  private void dispute(Remedy.Dispute dispute) {
    BookedAttempt ours = dispute.ours();
    if (ours.last() && Sides.NEVER_OURS.contains(ours.state())) {
      book.held(ours.bill(), dispute.reason(), Optional.empty());
    } else {
      book.dispute(ours.bill(), dispute.reason());
    }
  }

  private void requireSeen(BookedAttempt seen) {
    if (!book.attempts(seen.bill()).contains(seen)) {
      throw changed(seen.bill());
    }
  }

  private static Misuse changed(BillId bill) {
    return new Misuse(
        "Bill " + bill + " has changed since the day was compared: compare it again, and decide");
  }
}
