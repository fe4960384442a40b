package io.caresettle.sim.centre;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Notices a credential that is shown at a second institution while its visit at the first is still
 * open (R-ID-04). A visit is open until a settlement of it stands, and no longer than {@code
 * window} after the credential was last seen there.
 *
 * @param window zero notices nothing
 */
record TwoPlaces(Store store, Duration window) {

  private record First(String institution, String visit, long at) {}

  /** Since when the credential is elsewhere; what was noticed is kept for the bureau. */
  Optional<Instant> notice(Request request, String visit, String person, String credential) {
    Optional<First> first =
        store.one(
            "SELECT p.institution, p.visit, p.at FROM shown p"
                + " WHERE p.credential = ? AND p.institution <> ? AND p.at > ?"
                + " AND NOT EXISTS (SELECT 1 FROM settled_visit v JOIN settlement s"
                + " ON s.id = v.settlement WHERE v.institution = p.institution"
                + " AND v.visit = p.visit AND s.person = p.person AND s.undone_at IS NULL)"
                + " AND NOT EXISTS (SELECT 1 FROM care_visit c WHERE c.institution = p.institution"
                + " AND c.visit = p.visit AND c.person = p.person AND c.ended IS NOT NULL)"
                + " ORDER BY p.at DESC",
            row -> new First(row.getString(1), row.getString(2), row.getLong(3)),
            credential,
            request.institution(),
            request.now().minus(window).toEpochMilli());
    first.ifPresent(
        where ->
            store.write(
                "INSERT INTO shown_elsewhere VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                person,
                credential,
                where.institution(),
                where.visit(),
                where.at(),
                request.institution(),
                visit,
                request.now().toEpochMilli()));
    return first.map(where -> Instant.ofEpochMilli(where.at()));
  }

  List<ShownElsewhere> noticed() {
    return store.all(
        "SELECT person, first_institution, first_visit, first_at, institution, visit, at"
            + " FROM shown_elsewhere ORDER BY at, rowid",
        row ->
            new ShownElsewhere(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Instant.ofEpochMilli(row.getLong(4)),
                row.getString(5),
                row.getString(6),
                Instant.ofEpochMilli(row.getLong(7))));
  }
}
