package io.caresettle.settlement;

import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Scheme;
import java.util.List;
import java.util.Optional;

/**
 * What a slip says of a bill beside its figures; kept with the intent, so that a slip can be
 * printed again when the visit is long forgotten.
 *
 * @param maskedName the patient's, as a slip shows it
 * @param care the kind of care; empty in records of versions that did not keep it
 * @param told what the verdict on the visit noticed; nothing in records of versions that did not
 *     keep it
 * @param leave which commercial insurers and mutual funds may be told of it; none in records of
 *     versions that did not keep it
 * @param year the sums of the person's year before it; none in records of versions that did not
 *     keep them
 * @param testFigures whether some figure of the policy is no law in force that we are sure of
 */
record Particulars(
    String institutionName,
    String area,
    int terminalSlot,
    String visitNumber,
    String maskedName,
    Scheme scheme,
    Optional<CareType> care,
    boolean testFigures,
    List<Slip.Line> lines,
    Agreed agreed,
    List<Slip.Told> told,
    List<Leave> leave,
    YearToDate year) {

  Particulars {
    lines = List.copyOf(lines);
    told = List.copyOf(told);
    leave = List.copyOf(leave);
  }
}
