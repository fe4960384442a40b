package io.caresettle.centre;

import io.caresettle.eligibility.Visit;
import io.caresettle.policy.plan.CareType;

/**
 * For which visit it is asked what somebody may have.
 *
 * @param personNumber the centre's own number for the patient
 * @param care what the visit is at this institution: whatever a pharmacy does is a purchase
 */
public record BenefitRequest(String personNumber, Visit visit, CareType care, String operator) {}
