package io.caresettle.gateway;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What the steps gave, by opaque ids that cannot be guessed. A ticket is bound to the shift it was
 * given to, to a visit, and to a matter such as a bill with its digest; it expires, and it can be
 * spent. All are gone with the process, as are the patients at its counters.
 */
final class Tickets {

  /** More than a day of a busy counter; then the oldest goes. */
  private static final int MOST = 20_000;

  private static final int BYTES = 24;
  private static final Duration REMEMBERED = Duration.ofHours(1);

  /**
   * What a ticket is good for.
   *
   * @param shift the id of the shift's ticket; empty where any operator may use it
   * @param visit the visit's number; empty where it is none's
   * @param matter the bill and its digest; empty where it is of none
   */
  record Bound(String shift, String visit, String matter) {
    static final Bound TO_NOTHING = new Bound("", "", "");
  }

  private static final class Ticket {
    final TicketKind<?> kind;
    final Bound bound;
    final long end;
    Optional<Object> value;
    String spent = "";

    Ticket(TicketKind<?> kind, Bound bound, long end, Object value) {
      this.kind = kind;
      this.bound = bound;
      this.end = end;
      this.value = Optional.of(value);
    }
  }

  private final SecureRandom random = new SecureRandom();
  private final LongSupplier nanos;
  private final Map<String, Ticket> given = new LinkedHashMap<>();

  Tickets(LongSupplier nanos) {
    this.nanos = nanos;
  }

  synchronized <T> String give(TicketKind<T> kind, Bound bound, Duration life, T value) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    long now = nanos.getAsLong();
    given.values().removeIf(old -> now - old.end > REMEMBERED.toNanos());
    if (given.size() >= MOST) {
      given.remove(given.keySet().iterator().next());
    }
    given.put(id, new Ticket(kind, bound, now + life.toNanos(), value));
    return id;
  }

  /** A shift's ticket, or one that any operator may use. */
  <T> T take(TicketKind<T> kind, Given shown) {
    return take(kind, shown, "");
  }

  /**
   * What stands behind the ticket that a request of this shift shows. It can be shown again.
   *
   * @throws Problem when it is none, another kind, another shift's, spent or expired
   */
  synchronized <T> T take(TicketKind<T> kind, Given shown, String shift) {
    String pointer = shown.pointer();
    String expected = "a ticket from " + kind.step();
    Ticket ticket = given.get(shown.text(expected));
    if (ticket == null) {
      throw refused(
          410, "ticket-unknown", pointer, "one that was not given, or before a restart", expected);
    }
    if (!ticket.kind.equals(kind)) {
      throw refused(
          409, "ticket-of-another-step", pointer, "a ticket from " + ticket.kind.step(), expected);
    }
    if (!ticket.bound.shift().isEmpty() && !ticket.bound.shift().equals(shift)) {
      throw refused(
          403, "ticket-foreign", pointer, "a ticket of another operator", "one of this shift's");
    }
    if (!ticket.spent.isEmpty()) {
      throw refused(409, "ticket-spent", pointer, ticket.spent, expected);
    }
    if (nanos.getAsLong() - ticket.end >= 0) {
      ticket.value = Optional.empty();
    }
    return ticket
        .value
        .map(kind.type()::cast)
        .orElseThrow(
            () -> refused(410, "ticket-expired", pointer, "one that has expired", expected));
  }

  /** What a ticket that was taken is bound to. */
  synchronized Bound boundOf(Given shown) {
    return Optional.ofNullable(given.get(shown.text("a ticket")))
        .map(ticket -> ticket.bound)
        .orElse(Bound.TO_NOTHING);
  }

  /** From now on it opens nothing, for this reason. */
  synchronized void spend(Given shown, String why) {
    Ticket ticket = given.get(shown.text("a ticket"));
    if (ticket != null) {
      spend(ticket, why);
    }
  }

  /** The same for all tickets of a kind that a shift was given. */
  synchronized void spendAll(TicketKind<?> kind, String shift, String why) {
    given.values().stream()
        .filter(t -> t.kind.equals(kind) && t.bound.shift().equals(shift))
        .forEach(t -> spend(t, why));
  }

  private static void spend(Ticket ticket, String why) {
    if (ticket.spent.isEmpty()) {
      ticket.spent = why;
      ticket.value = Optional.empty();
    }
  }

  private static Problem refused(
      int status, String type, String pointer, String found, String expected) {
    return Problem.at(status, type, pointer, found, expected, "go back to the step that gives it");
  }
}
