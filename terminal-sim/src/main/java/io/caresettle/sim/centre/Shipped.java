package io.caresettle.sim.centre;

import java.util.Set;

/** The invented people, places and contracts that come with the simulator, read once. */
final class Shipped {

  static final Rolls ROLLS = Rolls.ofResources();
  static final ItemList ITEMS = ItemList.ofResources();
  static final CareRolls CARE = CareRolls.ofResources();
  static final Insurers INSURERS = Insurers.ofResources();
  static final Set<AccountPayments.Product> PRODUCTS = AccountPayments.approved();

  private Shipped() {}
}
