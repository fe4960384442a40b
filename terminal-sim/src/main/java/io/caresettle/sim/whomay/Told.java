package io.caresettle.sim.whomay;

import io.caresettle.sim.entitle.Entitlement;
import java.util.List;

/**
 * What came out: the centre's decision on the person, and the answer for each benefit.
 *
 * @param lawless areas of home and place of which there is no ordinance on the day
 */
record Told(Asked asked, Entitlement centre, List<Answer> answers, List<String> lawless) {

  Told {
    lawless = List.copyOf(lawless);
    answers = List.copyOf(answers);
  }
}
