package io.caresettle.centre;

import io.caresettle.eligibility.Visit;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.split.Bill;

/**
 * What is tried and, if the patient agrees, settled.
 *
 * @param personNumber the centre's own number for the patient
 * @param area the pooling area whose insurance is used
 */
public record TrialRequest(
    Bill bill, String personNumber, Visit visit, Scheme scheme, String area) {}
