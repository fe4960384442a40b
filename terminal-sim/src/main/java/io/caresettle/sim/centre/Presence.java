package io.caresettle.sim.centre;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who was identified for which visit, and by which credential. Nothing is tried, settled or merged
 * for anybody else (SZ 64).
 */
record Presence(Store store, LossList losses) {

  void note(Request request, String visit, String person, String credential) {
    store.write(
        "INSERT INTO shown VALUES (?, ?, ?, ?, ?) ON CONFLICT (institution, visit, person,"
            + " credential) DO UPDATE SET at = excluded.at",
        request.institution(),
        visit,
        person,
        credential,
        request.now().toEpochMilli());
  }

  /**
   * Returns where the person was identified here for this visit, by a credential that is not
   * reported lost by now.
   */
  void require(String visit, String person, Request request) throws Refused {
    List<String> credentials =
        store.all(
            "SELECT credential FROM shown WHERE institution = ? AND visit = ? AND person = ?"
                + " ORDER BY at",
            row -> row.getString(1),
            request.institution(),
            visit,
            person);
    if (credentials.isEmpty()) {
      throw Reason.NOT_IDENTIFIED.because();
    }
    Optional<Instant> lost = Optional.empty();
    for (String credential : credentials) {
      lost = losses.since(credential, request.now());
      if (lost.isEmpty()) {
        return;
      }
    }
    throw Reason.REPORTED_LOST.about(lost.map(LossList::text).orElse(""));
  }

  /** When the person was last identified here for this visit; long ago where never. */
  Instant lastShown(String visit, String person, Request request) {
    return Instant.ofEpochMilli(
        store.number(
            "SELECT MAX(at) FROM shown WHERE institution = ? AND visit = ? AND person = ?",
            request.institution(),
            visit,
            person));
  }
}
