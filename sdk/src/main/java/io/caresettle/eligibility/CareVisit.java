package io.caresettle.eligibility;

import java.time.LocalDate;

/**
 * One visit of long-term care that is about to begin (长期护理服务; R-LTC-02).
 *
 * @param number the carer's own number, the same as in the registration
 * @param plan number of the service plan
 * @param item code of the service
 */
public record CareVisit(String number, LocalDate day, String plan, String item) {}
