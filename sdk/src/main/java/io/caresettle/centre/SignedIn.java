package io.caresettle.centre;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What the centre says at sign-in.
 *
 * @param businessDate the centre's date for what is settled now, whatever a terminal's clock says
 */
public record SignedIn(Instant centreTime, LocalDate businessDate, String catalogueVersion) {}
