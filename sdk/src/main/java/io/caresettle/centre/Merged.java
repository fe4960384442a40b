package io.caresettle.centre;

import java.time.Instant;

/** A registration that is a named person's now, from the day of the visit on. */
public record Merged(String registrationId, String personNumber, Instant mergedAt) {}
