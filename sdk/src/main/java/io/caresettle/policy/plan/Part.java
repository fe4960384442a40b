package io.caresettle.policy.plan;

/** A part of a bill that a personal account may be allowed to pay. */
public enum Part {
  DEDUCTIBLE("deductible"),
  /** What is in scope, above the deductible, and not paid by the fund. */
  COINSURANCE("coinsurance"),
  FIRST_SELF_PAY("first-self-pay"),
  OVER_LIMIT("over-limit"),
  OUT_OF_CATALOGUE("out-of-catalogue");

  private final String id;

  Part(String id) {
    this.id = id;
  }

  /** Name of the part in a pack. */
  public String id() {
    return id;
  }
}
