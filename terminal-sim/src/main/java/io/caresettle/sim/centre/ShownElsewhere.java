package io.caresettle.sim.centre;

import java.time.Instant;

/**
 * One credential in two places (R-ID-04), as the bureau finds it in the centre's books.
 *
 * @param personNumber the centre's number of the holder
 * @param firstVisit the visit that was open at {@code firstInstitution}
 * @param firstAt when the credential was last seen there
 * @param visit the one at {@code institution} for which it was refused at {@code at}
 */
public record ShownElsewhere(
    String personNumber,
    String firstInstitution,
    String firstVisit,
    Instant firstAt,
    String institution,
    String visit,
    Instant at) {}
