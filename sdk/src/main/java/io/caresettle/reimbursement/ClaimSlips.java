package io.caresettle.reimbursement;

import io.caresettle.eligibility.AreaLaw;
import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Enrolment;
import io.caresettle.eligibility.Finding;
import io.caresettle.eligibility.Injury;
import io.caresettle.eligibility.Notice;
import io.caresettle.eligibility.Visit;
import io.caresettle.money.Payer;
import io.caresettle.problem.Misuse;
import io.caresettle.reimbursement.ClaimSlip.Borne;
import io.caresettle.reimbursement.ClaimSlip.Care;
import io.caresettle.reimbursement.ClaimSlip.Enrolled;
import io.caresettle.reimbursement.ClaimSlip.Insured;
import io.caresettle.reimbursement.ClaimSlip.Issued;
import io.caresettle.reimbursement.ClaimSlip.Line;
import io.caresettle.split.CatalogueItem;
import io.caresettle.split.FeeLine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes out slips for what is paid now and claimed later, by the law of the person's home. */
public final class ClaimSlips {

  private static final Set<Payer> CASH = Set.of(Payer.CASH);

  private final AreaLaw law;
  private final ClaimRules rules;

  public ClaimSlips(AreaLaw law, ClaimRules rules) {
    this.law = law;
    this.rules = rules;
  }

  /**
   * The slip of a bill of which the centre's dates are known.
   *
   * @param shares what each fund would have paid of it
   * @throws Misuse when a fund paid, or the verdict is of another visit or institution
   */
  public ClaimSlip of(
      PaidCare care, Eligibility eligibility, ClaimReason reason, FundShares shares) {
    if (!eligibility.visit().number().equals(care.visit().number())
        || !eligibility.institution().code().equals(care.institution().code())) {
      throw new Misuse("The verdict is of another visit than bill " + care.bill().id());
    }
    HandClaim claim =
        eligibility
            .serving()
            .map(serving -> handClaim(care.visit(), serving))
            .orElseGet(HandClaim::unknown);
    boolean told = rules.keeps(ClaimRule.R_SETL_03);
    return slip(
        care,
        reason,
        Optional.of(
            new Insured(
                eligibility.patient().personNumber(),
                eligibility.serving().map(ClaimSlips::enrolled))),
        told ? eligibility.findings().stream().filter(f -> !f.open()).toList() : List.of(),
        told ? eligibility.notices() : List.of(),
        told ? shares : new FundShares.None("", ""),
        eligibility
            .gap()
            .map(
                gap ->
                    new Borne(
                        gap.bearer(),
                        gap.borne(),
                        gap.payableAfterwards(),
                        gap.mayBeMadeGoodUntil(),
                        gap.article())),
        claim);
  }

  /**
   * The slip of a bill of somebody of whom the centre could not be asked: it was out of reach, or
   * no credential was shown (R-TXN-08). Nothing but cash can have paid it.
   *
   * @throws Misuse when anything else did
   */
  public ClaimSlip withoutTheCentre(PaidCare care, ClaimReason reason) {
    if (rules.keeps(ClaimRule.R_TXN_08) && !care.paid().parts().keySet().equals(CASH)) {
      throw new Misuse(
          "Bill "
              + care.bill().id()
              + " was paid by "
              + care.paid().parts().keySet()
              + " without the centre: without it, only cash can pay");
    }
    return slip(
        care,
        reason,
        Optional.empty(),
        List.of(),
        List.of(),
        new FundShares.None("医保中心未作答复，未作测算", "The centre was not asked: nothing is reckoned"),
        Optional.empty(),
        HandClaim.unknown());
  }

  private ClaimSlip slip(
      PaidCare care,
      ClaimReason reason,
      Optional<Insured> insured,
      List<Finding> why,
      List<Notice> notices,
      FundShares shares,
      Optional<Borne> borne,
      HandClaim claim) {
    if (care.paid().parts().keySet().stream().anyMatch(Payer::isFund)) {
      throw new Misuse(
          "A fund paid for bill " + care.bill().id() + ": print its settlement slip instead");
    }
    boolean testFigures =
        claim.testFigure()
            || (shares instanceof FundShares.Figures figures && figures.testFigures());
    return new ClaimSlip(
        care.bill().id(),
        reason,
        new Issued(
            care.institution().name(),
            care.institution().area(),
            care.terminalSlot(),
            care.operator(),
            care.at()),
        care(care),
        care.maskedName(),
        insured,
        why,
        notices,
        care.bill().lines().stream().map(line -> line(care, line)).toList(),
        care.paid(),
        shares,
        borne,
        claim,
        testFigures,
        false);
  }

  private HandClaim handClaim(Visit visit, Enrolment serving) {
    return HandClaim.of(
        law.on(serving.area(), visit.serviceDate()), visit.serviceDate(), visit.lastDay(), rules);
  }

  private static Enrolled enrolled(Enrolment serving) {
    return new Enrolled(serving.area(), serving.scheme(), serving.kind(), serving.category());
  }

  private static Care care(PaidCare care) {
    Visit visit = care.visit();
    return new Care(
        visit.number(),
        visit.careType(),
        visit.serviceDate(),
        visit.lastDay(),
        care.uploaded(),
        visit.emergency(),
        visit.disease(),
        visit.department(),
        visit.prescriber(),
        visit.injury().flatMap(Injury::declaration).orElse(""));
  }

  private static Line line(PaidCare care, FeeLine line) {
    Optional<CatalogueItem> item =
        care.catalogue().flatMap(catalogue -> catalogue.find(line.catalogueCode()));
    return new Line(
        line.lineId(),
        line.catalogueCode(),
        item.map(CatalogueItem::name).orElse(line.catalogueCode()),
        item.map(i -> i.catalogueClass().name()).orElse(""),
        item.map(CatalogueItem::firstSelfPay),
        line.unitPrice(),
        line.quantity(),
        line.lineTotal());
  }
}
