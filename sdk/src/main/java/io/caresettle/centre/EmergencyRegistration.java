package io.caresettle.centre;

import java.time.Instant;

/**
 * A visit that the centre holds open for somebody whom nobody could name (R-BEN-09).
 *
 * <p>Whoever merges it may be another till, days later, so the caller keeps it and makes it again;
 * what it is worth, the centre says.
 *
 * @param registrationId the centre's own
 * @param temporaryPersonNumber stands for the person until the merge, and for nothing that a fund
 *     or an account pays
 * @param visitNumber the institution's own
 */
public record EmergencyRegistration(
    String registrationId,
    String temporaryPersonNumber,
    String visitNumber,
    Instant registeredAt) {}
