package io.caresettle.centre;

import io.caresettle.eligibility.Filing;
import io.caresettle.eligibility.FundBenefit;
import java.util.List;

/**
 * What a centre says of one visit before it is tried.
 *
 * @param funds of each payer, as far as the centre spoke of it
 * @param filings that follow from it, for care away from home
 */
public record Benefits(List<FundBenefit> funds, List<Filing> filings) {

  /** Of a centre that said all of it with the person. */
  public static final Benefits NONE = new Benefits(List.of(), List.of());

  public Benefits {
    funds = List.copyOf(funds);
    filings = List.copyOf(filings);
  }
}
