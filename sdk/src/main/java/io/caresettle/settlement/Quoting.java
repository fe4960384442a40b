package io.caresettle.settlement;

import io.caresettle.centre.Answers;
import io.caresettle.centre.Reply;
import io.caresettle.centre.Trial;
import io.caresettle.centre.TrialRequest;
import io.caresettle.eligibility.AccountUse;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Notice;
import io.caresettle.policy.plan.LeftOut;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.split.CatalogueClass;
import io.caresettle.split.CatalogueItem;
import io.caresettle.split.FeeLine;
import io.caresettle.split.SettlementSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes quotes of the centre's trials. */
final class Quoting {

  private Quoting() {}

  static TrialRequest asked(QuoteRequest request) {
    Eligibility eligibility = request.eligibility();
    return new TrialRequest(
        request.bill(),
        eligibility.patient().personNumber(),
        eligibility.visit(),
        eligibility.enrolment().scheme(),
        eligibility.enrolment().area(),
        request.replaces());
  }

  static Quote quote(QuoteRequest request, Reply<Trial> reply, CentreClock clock) {
    Trial trial = Answers.require(reply, "The trial of bill " + request.bill().id());
    if (!trial.split().total().equals(request.bill().total())) {
      throw new CentreUnreachable(
          "The centre tried bill "
              + request.bill().id()
              + " as "
              + trial.split().total()
              + " yuan, but it is "
              + request.bill().total()
              + ": no settlement was sent; ask again, then call support");
    }
    Leave.require(request.bill().id(), trial.split(), Leave.of(request.eligibility()));
    return new Quote(
        request.bill().id(),
        trial.reference(),
        trial.bodyDigest(),
        trial.body(),
        trial.expiresAt(),
        clock.businessDate(),
        new Figures(trial.cut(), trial.split()),
        particulars(request, trial.split()),
        request.consented(),
        request.eligibility().patient());
  }

  static BillRecord record(Quote quote) {
    return new BillRecord.Quoted(
        quote.reference(),
        quote.bodyDigest(),
        quote.expiresAt(),
        quote.businessDate(),
        quote.figures());
  }

  /** A premium is in no catalogue; the slip says what it was, and for whom, and names nobody. */
  private static String name(AccountUse use, String code) {
    return use.purpose() == AccountUse.Purpose.CARE
        ? code
        : use.purpose().zh() + " " + use.purpose().en() + "（" + use.beneficiary().zh() + "）";
  }

  /** Care that no catalogue lists is all the patient's own; a premium is no care. */
  private static String unlisted(AccountUse use) {
    return use.purpose() == AccountUse.Purpose.CARE ? CatalogueClass.C.name() : "";
  }

  private static Particulars particulars(QuoteRequest request, SettlementSplit split) {
    Eligibility eligibility = request.eligibility();
    List<Slip.Line> lines = new ArrayList<>();
    for (FeeLine line : request.bill().lines()) {
      Optional<CatalogueItem> item = request.catalogue().find(line.catalogueCode());
      lines.add(
          new Slip.Line(
              line.catalogueCode(),
              item.map(CatalogueItem::name)
                  .orElseGet(() -> name(eligibility.visit().accountUse(), line.catalogueCode())),
              line.specification(),
              item.map(i -> i.catalogueClass().name())
                  .orElseGet(() -> unlisted(eligibility.visit().accountUse())),
              line.unitPrice(),
              line.quantity(),
              line.lineTotal()));
    }
    return new Particulars(
        eligibility.institution().name(),
        eligibility.institution().area(),
        request.terminalSlot(),
        eligibility.visit().number(),
        eligibility.patient().name().masked(),
        eligibility.enrolment().scheme(),
        Optional.of(eligibility.visit().careType()),
        request.testFigures(),
        lines,
        Agreed.of(request.consented()),
        told(request, split),
        Leave.of(eligibility),
        new YearToDate(eligibility.enrolment().year(), eligibility.enrolment().yearToDate()));
  }

  /** What the verdict noticed, and which layers the patient goes without. */
  private static List<Slip.Told> told(QuoteRequest request, SettlementSplit split) {
    List<Slip.Told> told = new ArrayList<>();
    for (Notice notice : request.eligibility().notices()) {
      told.add(new Slip.Told(notice.rule(), notice.zh(), notice.en()));
    }
    for (LeftOut layer : request.leftOut(split)) {
      told.add(new Slip.Told(layer.basis().rule(), layer.zh(), layer.en()));
    }
    return told;
  }
}
