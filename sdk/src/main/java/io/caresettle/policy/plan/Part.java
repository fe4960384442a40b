package io.caresettle.policy.plan;

/** A part of a bill that a personal account may be allowed to pay. */
public enum Part {
  DEDUCTIBLE(0, "deductible"),
  /** What is in scope, above the deductible, and not paid by the fund. */
  COINSURANCE(1, "coinsurance"),
  FIRST_SELF_PAY(2, "first-self-pay"),
  OVER_LIMIT(3, "over-limit"),
  OUT_OF_CATALOGUE(4, "out-of-catalogue");

  private final int place;
  private final String id;

  Part(int place, String id) {
    this.place = place;
    this.id = id;
  }

  /** In which order accounts take parts, from 0 on. */
  int place() {
    return place;
  }

  /** Name of the part in a pack. */
  public String id() {
    return id;
  }
}
