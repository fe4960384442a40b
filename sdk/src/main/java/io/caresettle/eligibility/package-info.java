/**
 * What the person at the counter may have today: from what the centre knows ({@link
 * io.caresettle.eligibility.Enrolment}) to our verdict ({@link
 * io.caresettle.eligibility.Eligibility}), payer by payer, each finding with its rule and article.
 * Decided by the date of service, never of transmission (R-ELIG-22).
 */
@NullMarked
package io.caresettle.eligibility;

import org.jspecify.annotations.NullMarked;
