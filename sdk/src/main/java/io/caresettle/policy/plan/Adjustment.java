package io.caresettle.policy.plan;

import io.caresettle.money.Rate;

/** How a rate changes for a class of persons, or away from home. */
public record Adjustment(Style style, PolicyValue value) {

  /** The ways in which areas write it. */
  public enum Style {
    /** Added to a person's rate, subtracted from a rate away from home. */
    POINTS,
    /** On the patient's share. */
    SELF_FACTOR,
    /** On the rate. */
    MULTIPLIER
  }

  Rate raise(Rate rate) {
    return style == Style.POINTS ? rate.plusAtMostWhole(value.rate()) : changed(rate);
  }

  Rate lower(Rate rate) {
    return style == Style.POINTS ? rate.minusAtLeastNothing(value.rate()) : changed(rate);
  }

  private Rate changed(Rate rate) {
    return style == Style.MULTIPLIER
        ? rate.times(value.rate())
        : rate.complement().times(value.rate()).complement();
  }
}
