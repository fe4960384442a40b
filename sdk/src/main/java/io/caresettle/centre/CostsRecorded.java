package io.caresettle.centre;

import java.time.Instant;

/** The centre's word that it holds costs, under a number of its own. */
public record CostsRecorded(String uploadId, Instant at) {}
