package io.caresettle.centre;

import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Scheme;

/**
 * What is summed together at the end of a day.
 *
 * @param clearingType the class of clearing (清算类别), which is the kind of care
 * @param clearingOffice the agency that clears (清算经办机构), which is the pooling area's
 */
public record ClearingGroup(Scheme scheme, CareType clearingType, String clearingOffice) {}
