package io.caresettle.eligibility;

import java.time.Instant;

/**
 * A designated hospital's prescription that a pharmacy dispenses (外配处方), reviewed and signed by a
 * pharmacist before dispensing (SZ 65; R-RX-01).
 *
 * @param number the prescription's number
 * @param hospitalCode the designated hospital that issued it
 * @param pharmacist the reviewing pharmacist's number
 * @param reviewedAt when the review was signed
 */
public record OutsidePrescription(
    String number, String hospitalCode, String pharmacist, Instant reviewedAt) {}
