package io.caresettle.longtermcare;

import io.caresettle.money.Rate;
import io.caresettle.money.Rounding;

/** What the long-term-care fund of an area pays of a visit on a day, or that nobody says. */
public sealed interface CareShare {

  /**
   * A share that is known.
   *
   * @param rounding of the whole visit's sum, once
   * @param source text and article
   * @param testFigures whether it is not in force, not sure, or made up: nothing by it is law
   */
  record Published(Rate rate, Rounding rounding, String source, boolean testFigures)
      implements CareShare {}

  /**
   * The law leaves the share to an instrument that nobody here knows. It is not guessed.
   *
   * @param source the article that leaves it open; empty where no text of the area is known
   * @param zh what is missing and what to do, for the caregiver
   */
  record NotPublished(String source, String zh, String en) implements CareShare {

    static NotPublished by(String source) {
      return new NotPublished(
          source,
          "长护险基金支付比例未公布：服务照常记录，本次不结算，费用由经办机构核定",
          "Parameter not published: what the long-term-care fund pays. The visit stays recorded,"
              + " nothing is settled now, and the agency decides on the fee");
    }
  }
}
