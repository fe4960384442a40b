package io.caresettle.centre;

import io.caresettle.longtermcare.CareFigures;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The centre's word that the settlement of a long-term-care visit stands no more.
 *
 * @param returned what goes back to where it came from
 * @param evidence the document itself, for whoever doubts it years later
 */
public record CareUndone(
    String cancellationId,
    CareFigures returned,
    Instant cancelledAt,
    LocalDate businessDate,
    Evidence evidence) {}
