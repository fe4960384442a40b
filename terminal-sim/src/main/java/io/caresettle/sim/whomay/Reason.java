package io.caresettle.sim.whomay;

import io.caresettle.eligibility.Finding;
import io.caresettle.eligibility.Notice;
import java.util.List;
import java.util.Optional;

/**
 * Why something is open or closed.
 *
 * @param rule such as R-INST-03; empty where none is needed
 * @param until the last day on which it holds, in words of a date
 * @param testFigures what it rests on that is not in force, not read in the instrument, or assumed
 * @param notPublished what it rests on that nobody published
 */
record Reason(
    String rule,
    String article,
    String zh,
    String en,
    Optional<String> until,
    Optional<Finding.Remedy> remedy,
    List<String> testFigures,
    List<String> notPublished) {

  static Reason plain(String rule, String article, String zh, String en) {
    return new Reason(
        rule, article, zh, en, Optional.empty(), Optional.empty(), List.of(), List.of());
  }

  static Reason of(Finding finding, Standing standing) {
    List<String> silent = standing.notPublished(finding.rule(), finding.article(), finding.en());
    return new Reason(
        finding.rule(),
        silent.stream().anyMatch(finding.article()::contains) ? "" : finding.article(),
        finding.zh(),
        finding.en(),
        finding.until().map(Object::toString),
        finding.remedy(),
        standing.testFigures(finding.rule(), finding.article(), finding.en()),
        finding.open() ? List.of() : silent);
  }

  static Reason of(Notice notice, Standing standing) {
    return new Reason(
        notice.rule(),
        notice.article(),
        notice.zh(),
        notice.en(),
        Optional.empty(),
        Optional.empty(),
        standing.testFigures(notice.rule(), notice.article(), notice.en()),
        standing.notPublished(notice.rule(), notice.article(), notice.en()));
  }

  Reason remedy(String inChinese, String inEnglish) {
    return new Reason(
        rule,
        article,
        zh,
        en,
        until,
        Optional.of(new Finding.Remedy(inChinese, inEnglish)),
        testFigures,
        notPublished);
  }
}
