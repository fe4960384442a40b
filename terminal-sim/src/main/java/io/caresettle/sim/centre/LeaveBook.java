package io.caresettle.sim.centre;

import io.caresettle.protocol.wire.Authorisation;
import io.caresettle.protocol.wire.Entitlements;
import io.caresettle.protocol.wire.OtherCover;
import io.caresettle.protocol.wire.OtherLayer;
import io.caresettle.protocol.wire.Period;
import io.caresettle.sim.entitle.Dates;
import io.caresettle.sim.entitle.History;
import io.caresettle.sim.entitle.OtherLayers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whom the insured let know of their settlements (R-DATA-07). Leave that a history has on record
 * counts beside what was given at counters; nothing is ever deleted.
 */
record LeaveBook(Store store) {

  void give(History.Leave leave, String request, byte[] digest, Request by) {
    store.write(
        "INSERT INTO data_leave (id, person, payer, direct, first, last, institution, request,"
            + " digest, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        leave.id(),
        leave.person(),
        leave.payer(),
        leave.direct() ? 1 : 0,
        leave.dates().from().toString(),
        leave.dates().to().map(LocalDate::toString).orElse(""),
        by.institution(),
        request,
        digest,
        by.now().toEpochMilli());
  }

  /** The number and the digest of what a request gave before. */
  record Given(String id, String digest) {}

  Optional<Given> ofRequest(String institution, String request) {
    return store.one(
        "SELECT id, hex(digest) FROM data_leave WHERE institution = ? AND request = ?",
        row -> new Given(row.getString(1), row.getString(2)),
        institution,
        request);
  }

  /** Taken back once; the first day stands. */
  void revoke(String id, LocalDate on, String reason) {
    store.write(
        "INSERT OR IGNORE INTO data_leave_revoked (leave, on_day, reason) VALUES (?, ?, ?)",
        id,
        on.toString(),
        reason);
  }

  List<History.Leave> of(Rolls.Person person) {
    List<History.Leave> all = new ArrayList<>();
    person.history().ifPresent(history -> history.leave().forEach(l -> all.add(now(l))));
    all.addAll(
        store.all(
            "SELECT id, person, payer, direct, first, last, r.on_day FROM data_leave"
                + " LEFT JOIN data_leave_revoked r ON r.leave = id WHERE person = ? ORDER BY at, id",
            row ->
                new History.Leave(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getInt(4) == 1,
                    new Dates(LocalDate.parse(row.getString(5)), day(row.getString(6))),
                    day(Optional.ofNullable(row.getString(7)).orElse(""))),
            person.number()));
    return List.copyOf(all);
  }

  /** A history's leave may have been taken back at a counter since. */
  private History.Leave now(History.Leave leave) {
    return leave.revoked().isPresent()
        ? leave
        : new History.Leave(
            leave.id(),
            leave.person(),
            leave.payer(),
            leave.direct(),
            leave.dates(),
            store.one(
                "SELECT on_day FROM data_leave_revoked WHERE leave = ?",
                row -> LocalDate.parse(row.getString(1)),
                leave.id()));
  }

  private static Optional<LocalDate> day(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
  }

  /** What is decided of each cover of a person for a day of service. */
  List<OtherLayers.Said> decide(Rolls.Person person, LocalDate service, LocalDate today) {
    return new OtherLayers().decide(person.number(), person.covers(), of(person), service, today);
  }

  /** What a look-up tells of it. */
  void tell(Entitlements.Builder told, Rolls.Person person) {
    for (History.OtherCover cover : person.covers()) {
      told.addOtherCovers(
          OtherCover.newBuilder()
              .setPayerId(cover.payer())
              .setName(cover.name())
              .setKind(cover.mutual() ? OtherLayer.Kind.MUTUAL : OtherLayer.Kind.COMMERCIAL)
              .setPeriod(period(cover.dates())));
    }
    for (History.Leave leave : of(person)) {
      told.addAuthorisations(
          Authorisation.newBuilder()
              .setAuthorisationId(leave.id())
              .setPersonNumber(leave.person())
              .setPayerId(leave.payer())
              .setPurpose(
                  leave.direct()
                      ? Authorisation.Purpose.DIRECT_SETTLEMENT
                      : Authorisation.Purpose.CLAIM)
              .setPeriod(period(leave.dates()))
              .setRevokedOn(leave.revoked().map(LocalDate::toString).orElse("")));
    }
  }

  private static Period period(Dates dates) {
    return Period.newBuilder()
        .setFrom(dates.from().toString())
        .setTo(dates.to().map(LocalDate::toString).orElse(""))
        .build();
  }
}
