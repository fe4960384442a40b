package io.caresettle.problem;

import java.util.List;

/**
 * Somebody has to agree first to what no fund pays, and nothing was sent: it is the turn of the
 * insured, a near relative or a guardian (R-SCOPE-05: JS 44¶3, NT 46¶2, HN 23(11)).
 */
public final class ConsentMissing extends SettlementException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> lineIds;

  /**
   * @param lineIds the lines, by the caller's numbers
   * @param what what was found and expected of each line
   */
  public ConsentMissing(List<String> lineIds, String what) {
    super(
        "自费项目须事先同意 / consent is needed first: "
            + what
            + ". Tell the patient what each line costs; record the consent line by line, or the"
            + " emergency; or take the lines off this bill");
    this.lineIds = List.copyOf(lineIds);
  }

  /** The lines that lack it, by the caller's numbers; empty where only the sum does. */
  public List<String> lineIds() {
    return lineIds;
  }
}
