package io.caresettle.eligibility;

import io.caresettle.money.Payer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the rules said so far, and what follows from it for each payer. */
final class Findings {

  /** Suspended networked settlement, care elsewhere without a filing, or filed late. */
  private static final Set<String> CLAIMED_BY_HAND =
      Set.of(
          EligibilityRule.R_MON_03.id(),
          EligibilityRule.R_OFF_03.id(),
          EligibilityRule.R_OFF_05.id());

  private final List<Finding> said = new ArrayList<>();
  private final List<Finding> ofGaps = new ArrayList<>();
  private final List<Finding> ofClaims = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private final OwnTexts texts;

  Findings(OwnTexts texts) {
    this.texts = texts;
  }

  void open(Collection<Payer> payers, Say what) {
    payers.forEach(payer -> said.add(finding(payer, true, what)));
  }

  void close(Collection<Payer> payers, Say what) {
    payers.forEach(payer -> said.add(finding(payer, false, what)));
  }

  /** Closed at the counter, and paid when it is claimed by hand. */
  void closeUntilClaimed(Collection<Payer> payers, Say what) {
    List<Finding> closed = payers.stream().map(payer -> finding(payer, false, what)).toList();
    said.addAll(closed);
    ofClaims.addAll(closed);
  }

  /** Closed because contributions are missing, which somebody else than the fund bears. */
  void closeForArrears(Payer payer, Say what) {
    Finding finding = finding(payer, false, what);
    said.add(finding);
    ofGaps.add(finding);
  }

  void notice(Notice notice) {
    notices.add(new Notice(notice.rule(), texts.own(notice.article()), notice.zh(), notice.en()));
  }

  private Finding finding(Payer payer, boolean open, Say what) {
    return new Finding(
        payer,
        open,
        what.rule().id(),
        texts.own(what.article()),
        what.zh(),
        what.en(),
        what.until(),
        what.remedy());
  }

  /** Of a rule's articles those of the areas in question. */
  String own(String articles) {
    return texts.own(articles);
  }

  List<Finding> inOrder() {
    return said;
  }

  List<Notice> notices() {
    return notices;
  }

  /** Who was opened by a rule and closed by none; cash without being asked. */
  Set<Payer> open() {
    return open(said);
  }

  /** The same, had everybody paid their contributions. */
  Set<Payer> openWithoutArrears() {
    List<Finding> rest = new ArrayList<>(said);
    rest.removeAll(ofGaps);
    return open(rest);
  }

  /**
   * The same, had nothing closed them but what keeps no cost from being paid in the end: arrears,
   * and what is claimed by hand (SZ 72).
   */
  Set<Payer> openToAClaim() {
    List<Finding> rest = new ArrayList<>(said);
    rest.removeAll(ofGaps);
    rest.removeAll(ofClaims);
    rest.removeIf(finding -> !finding.open() && CLAIMED_BY_HAND.contains(finding.rule()));
    return open(rest);
  }

  private static Set<Payer> open(List<Finding> findings) {
    Set<Payer> open = EnumSet.of(Payer.CASH);
    findings.stream().filter(Finding::open).map(Finding::payer).forEach(open::add);
    findings.stream().filter(f -> !f.open()).map(Finding::payer).forEach(open::remove);
    return open;
  }
}
