package io.caresettle.eligibility;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What long-term care somebody was assessed to need (长期护理服务计划; SH 22, R-LTC-01).
 *
 * @param number the plan's own
 * @param level that a designated assessor found, from 1 on
 * @param carer the institution that gives the care
 * @param items codes of the services
 */
public record CarePlan(
    String number,
    int level,
    String carer,
    LocalDate from,
    Optional<LocalDate> to,
    Set<String> items)
    implements Dated {

  public CarePlan {
    items = Set.copyOf(items);
  }
}
