package io.caresettle.eligibility;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days on which an institution, a department or a prescriber may not be paid by funds (R-INST-07).
 *
 * @param to last day, inclusive; empty until it is lifted
 * @param legalBasis the article, such as JS 73; may be empty
 */
public record Suspension(LocalDate from, Optional<LocalDate> to, String legalBasis)
    implements Dated {}
