package io.caresettle.policy.plan;

/**
 * What, beside category and level, a plan may depend on.
 *
 * @param group the person's group as the pack calls it, such as {@code disabled-soldier}; {@code
 *     none} otherwise
 * @param aid the class of medical aid as the pack calls it; {@code none} otherwise
 * @param stay which stay of the year it is, from 1 on
 */
public record Circumstances(String group, String aid, OffSite offSite, int stay, Grade grade) {

  /** Nobody special, at home, on a first stay, where all may pay. */
  public static final Circumstances ORDINARY =
      new Circumstances("none", "none", OffSite.HOME, 1, Grade.A);

  /**
   * @throws IllegalArgumentException when the stay is not from 1 on
   */
  public Circumstances {
    if (stay < 1) {
      throw new IllegalArgumentException("Expected a stay from 1 on, but found " + stay);
    }
  }
}
