package io.caresettle.sim.adjudicate;

import java.util.List;
import java.util.Set;

/** Who can pay, by the packs' words. */
final class Payers {

  static final String POOL_FUND = "pool-fund";
  static final String LARGE_SUM = "large-sum-subsidy";
  static final String CRITICAL_ILLNESS = "critical-illness";
  static final String CIVIL_SERVANT = "civil-servant-subsidy";
  static final String SUPPLEMENTS = "supplements";
  static final String MEDICAL_AID = "medical-aid";
  static final String PERSONAL_ACCOUNT = "personal-account";
  static final String FAMILY_ACCOUNT = "family-account";
  static final String CASH = "cash";

  static final Set<String> FUNDS =
      Set.of(POOL_FUND, LARGE_SUM, CRITICAL_ILLNESS, CIVIL_SERVANT, SUPPLEMENTS, MEDICAL_AID);

  /** Everyone, in the order in which a slip names them. */
  static final List<String> ALL =
      List.of(
          POOL_FUND,
          LARGE_SUM,
          CRITICAL_ILLNESS,
          CIVIL_SERVANT,
          SUPPLEMENTS,
          MEDICAL_AID,
          PERSONAL_ACCOUNT,
          FAMILY_ACCOUNT,
          CASH);

  private Payers() {}
}
