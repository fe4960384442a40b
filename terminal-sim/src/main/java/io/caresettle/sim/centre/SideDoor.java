package io.caresettle.sim.centre;

import io.caresettle.protocol.session.PeerInfo;
import io.caresettle.protocol.wire.CatalogueAnswer;
import io.caresettle.protocol.wire.InsuredPerson;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.TrialBody;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Another way in to the same desk, for a protocol that knows people by what is shown and keeps
 * visits at the centre. Money still moves by {@link CentreDesk#handle} alone.
 */
public final class SideDoor {

  private final CentreDesk desk;
  private final Store store;
  private final Staff staff;
  private final Rolls rolls;
  private final CodeCheck codes;
  private final Clock clock;
  private final BusinessDay days;
  private final LossList losses;
  private final Presence presence;
  private final TwoPlaces places;
  private final Shelf shelf;

  SideDoor(CentreDesk desk, CentreSettings settings, Rolls rolls, Store store, Staff staff) {
    this.desk = desk;
    this.store = store;
    this.staff = staff;
    this.rolls = rolls;
    this.codes = settings.codes();
    this.clock = settings.clock();
    this.days = new BusinessDay(settings.cutOff());
    this.losses = new LossList(store);
    this.presence = new Presence(store, losses);
    this.places = new TwoPlaces(store, settings.twoPlacesWindow());
    this.shelf = new Shelf(store);
  }

  /** All that {@code work} asks of the desk and puts on the shelf, or nothing where it throws. */
  public <T> T together(Supplier<T> work) {
    synchronized (desk) {
      return store.transaction(work);
    }
  }

  /** The desk itself. */
  public CentreDesk desk() {
    return desk;
  }

  /** Where to put what must be remembered; only within {@link #together}. */
  public Shelf shelf() {
    return shelf;
  }

  /** The centre's clock. */
  public Instant now() {
    return clock.instant();
  }

  /** The day that is booked in now. */
  public LocalDate businessDay() {
    return days.of(now());
  }

  /** An institution by its code. */
  public Optional<Known.Place> place(String code) {
    return rolls
        .place(code)
        .map(p -> new Known.Place(p.code(), p.name(), p.pharmacy(), p.level(), p.area()));
  }

  /** Somebody by the centre's number. */
  public Optional<Known.Person> person(String number) {
    return rolls.person(number).map(SideDoor::known);
  }

  /** Somebody by what a card says: its number or its identifier. */
  public Optional<Known.Person> holder(String card) {
    return found(p -> p.card().number().equals(card) || p.card().identifier().equals(card));
  }

  /** Somebody by an identity number. */
  public Optional<Known.Person> identified(String identity) {
    return found(p -> p.identity().equals(identity));
  }

  private Optional<Known.Person> found(Predicate<Rolls.Person> is) {
    return rolls.persons().stream().filter(is).findFirst().map(SideDoor::known);
  }

  private static Known.Person known(Rolls.Person person) {
    return new Known.Person(
        person.number(),
        person.name(),
        person.identity(),
        person.card().identifier(),
        person.card().number());
  }

  /** Whose code this is: of either kind, if it is good now. */
  public Optional<Known.Person> behind(String code) {
    CodeCheck.Shown shown =
        code.matches("\\d{28}") ? codes.checkNational(code, now()) : codes.check(code, now());
    return shown instanceof CodeCheck.Shown.Genuine genuine
        ? Optional.ofNullable(rolls.byPseudonym(codes::pseudonymOf).get(genuine.pseudonym()))
            .map(SideDoor::known)
        : Optional.empty();
  }

  /** Since when a credential of this person is reported lost. */
  public Optional<Instant> lost(Known.Person person, Known.Manner manner) {
    return losses.since(credential(person, manner), now());
  }

  private static String credential(Known.Person person, Known.Manner manner) {
    return switch (manner) {
      case CARD -> LossList.card(person.card());
      case CODE -> LossList.codes(person.number());
      case IDENTITY_CARD -> "identity:" + person.number();
    };
  }

  /** Notes that somebody is here for a visit; why not, where they may not be. */
  public Optional<Refusal> show(
      PeerInfo from, String visit, Known.Person person, Known.Manner manner) {
    String credential = credential(person, manner);
    Optional<Instant> lost = losses.since(credential, now());
    if (lost.isPresent()) {
      return Optional.of(Reason.REPORTED_LOST.about(LossList.text(lost.get())).refusal());
    }
    Request request = request(from, "", new byte[0]);
    Optional<Instant> elsewhere = places.notice(request, visit, person.number(), credential);
    if (elsewhere.isPresent()) {
      return Optional.of(Reason.SHOWN_ELSEWHERE.about(LossList.text(elsewhere.get())).refusal());
    }
    presence.note(request, visit, person.number(), credential);
    return Optional.empty();
  }

  /** Whoever was here for this visit is gone: it was withdrawn, or its sale taken back. */
  public void leave(String institution, String visit) {
    store.write("DELETE FROM shown WHERE institution = ? AND visit = ?", institution, visit);
  }

  /** What the rolls say of somebody today. */
  public InsuredPerson describe(Known.Person person) {
    Rolls.Person found = rolls.person(person.number()).orElseThrow();
    LocalDate today = LocalDate.ofInstant(now(), BusinessDay.CHINA);
    InsuredPerson.Builder described =
        InsuredPerson.newBuilder()
            .setPersonNumber(found.number())
            .setName(found.name())
            .setIdentityNumber(found.identity())
            .setAccountBalance(staff.accounts().balance(found.number()))
            .setPastYearsBalance(staff.accounts().pastYears(found));
    staff.told().tell(described, found, today);
    return described.build();
  }

  /** A settlement of this institution by its number. */
  public Optional<Known.Settled> settlement(String institution, String id) {
    return new SettledRows(store).ofId(institution, id);
  }

  /** What this message of the institution settled. */
  public Optional<Known.Settled> settledBy(String institution, String message) {
    return new SettledRows(store).ofMessage(institution, message);
  }

  /** Settlements of a visit, undone ones as well. */
  public List<Known.Settled> settledOf(String institution, String visit) {
    return new SettledRows(store).ofVisit(institution, visit);
  }

  /** Settlements that were made, or undone, in these business days, both included. */
  public List<Known.Settled> settledIn(String institution, LocalDate first, LocalDate last) {
    return new SettledRows(store).inDays(institution, first.toString(), last.toString());
  }

  /** What a card's or a person's account holds, in fen. */
  public long balance(String person) {
    return staff.accounts().balance(person);
  }

  /** How the lines of this bill would be cut; why not, where nobody may try it. */
  public Cutting cut(PeerInfo from, TrialBody body) {
    try {
      return new Cutting.Done(
          staff.assessor().assess(body, request(from, "", new byte[0])).lines().stream()
              .map(
                  line ->
                      new Known.Cut(
                          line.id(),
                          line.amount(),
                          line.outOfCatalogue(),
                          line.overLimit(),
                          line.firstSelfPay(),
                          line.inScope()))
              .toList());
    } catch (Refused refused) {
      return new Cutting.Not(refused.refusal());
    }
  }

  /** What came of cutting a bill. */
  public sealed interface Cutting {

    /** Its lines, in its order. */
    record Done(List<Known.Cut> lines) implements Cutting {}

    /** Why not. */
    record Not(Refusal refusal) implements Cutting {}
  }

  /** The benefit catalogue. */
  public CatalogueAnswer catalogue() {
    return Shipped.ITEMS.answer();
  }

  private Request request(PeerInfo from, String id, byte[] payload) {
    Instant now = now();
    return new Request(
        from,
        id,
        payload,
        now,
        LocalDate.ofInstant(now, BusinessDay.CHINA),
        days.of(now),
        new Verified());
  }
}
