package io.caresettle.eligibility;

import io.caresettle.money.VoluntaryPayer;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether a commercial insurer or a mutual fund may pay at this visit, after the public layers, and
 * why not.
 *
 * @param rule such as R-DATA-07
 * @param article such as SH 50
 * @param authorisation the number of the person's leave, where it is open by one
 * @param until last day of service on which this holds, where one is known
 * @param remedy what the person could do; none where nothing helps
 */
public record OtherFinding(
    VoluntaryPayer payer,
    boolean open,
    String rule,
    String article,
    String zh,
    String en,
    Optional<String> authorisation,
    Optional<LocalDate> until,
    Optional<Finding.Remedy> remedy) {}
