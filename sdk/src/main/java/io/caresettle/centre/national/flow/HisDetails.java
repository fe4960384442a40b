package io.caresettle.centre.national.flow;

import io.caresettle.centre.TrialRequest;

/** The institution's own program, as far as it knows more of a bill than a counter says. */
@FunctionalInterface
public interface HisDetails {

  /** A program that knows nothing more. */
  HisDetails NONE = unused -> CareDetails.NONE;

  /** What the interface wants to know of this bill. */
  CareDetails of(TrialRequest request);
}
