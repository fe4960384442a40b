package io.caresettle.journal;

import io.caresettle.problem.JournalUnavailable;
import io.caresettle.problem.RecordUnreadable;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.sm.SecretBytes;
import io.caresettle.protocol.sm.Sm4Box;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** The data keys of one journal. They are opened and used on the threads of those who ask. */
final class DataKeys {

  // China has had one offset since 1991, and a day must not depend on a time-zone database.
  private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);

  private static final int KEY_BYTES = 16;

  /** The key that seals what happens on one day. */
  record OfDay(LocalDate day, long number, Sm4Box box) {}

  /** A new key, wrapped and not kept yet. */
  record Made(LocalDate day, SecretBytes key, List<Wrapping> wrappings) {}

  private final JournalKeys keys;
  private final SecureRandom random;
  private final SortedMap<Long, LocalDate> days = new ConcurrentSkipListMap<>();
  private final Map<Long, List<Wrapping>> wrappings = new ConcurrentHashMap<>();
  private final Map<Long, Sm4Box> open = new ConcurrentHashMap<>();
  private volatile Optional<OfDay> current = Optional.empty();

  DataKeys(JournalKeys keys, SecureRandom random) {
    this.keys = keys;
    this.random = random;
  }

  static LocalDate dayOf(Instant time) {
    return LocalDate.ofInstant(time, SHANGHAI);
  }

  static Instant startOf(LocalDate day) {
    return day.atStartOfDay(SHANGHAI).toInstant();
  }

  /** Learns which keys the journal has. Opens none of them. */
  void read(Connection connection) throws SQLException {
    days.clear();
    wrappings.clear();
    days.putAll(Wrapping.days(connection));
    wrappings.putAll(Wrapping.all(connection));
  }

  /** Learns of a key that another till of this journal has made since. */
  void learn(Connection connection, long number) throws SQLException {
    if (!days.containsKey(number)) {
      wrappings.putAll(Wrapping.all(connection));
      days.putAll(Wrapping.days(connection));
    }
  }

  /**
   * Wraps every data key that opens here for whoever is to have it and has it not: a new pair of
   * this terminal, a recovery key that came later. What does not open stays as it is.
   *
   * @return how many data keys were wrapped anew
   */
  int shareAmongHolders(Connection connection) throws SQLException {
    int shared = 0;
    for (long number : days.keySet()) {
      List<Wrapping> had = wrappings.getOrDefault(number, List.of());
      List<JournalKeys.Holder> lacking =
          keys.holders().stream()
              .filter(h -> had.stream().noneMatch(w -> w.keyId().equals(h.keyId())))
              .toList();
      Optional<SecretBytes> key = lacking.isEmpty() ? Optional.empty() : unwrap(had);
      if (key.isPresent()) {
        for (JournalKeys.Holder holder : lacking) {
          Wrapping.of(holder, key.get()).insert(connection, number);
        }
        shared++;
      }
    }
    return shared;
  }

  /** Leaves out what is damaged: another wrapping of the same key may be whole. */
  private Optional<SecretBytes> unwrap(List<Wrapping> wrapped) {
    return wrapped.stream().map(this::unwrap).flatMap(Optional::stream).findFirst();
  }

  private Optional<SecretBytes> unwrap(Wrapping one) {
    try {
      return keys.unwrap(one.keyId(), one.wrapped()).filter(key -> key.length() == KEY_BYTES);
    } catch (NotAuthentic damaged) {
      return Optional.empty();
    }
  }

  /**
   * Refuses a journal that somebody else's key closes, before anything is done with it.
   *
   * @param needed the data keys of bills that are not at their end; the newest is needed too, for
   *     whoever cannot open that has the wrong keys
   */
  void requireOpenable(List<Long> needed) {
    for (long number : days.keySet()) {
      boolean newest = number == days.lastKey();
      List<Wrapping> wrapped = wrappings.getOrDefault(number, List.of());
      if ((newest || needed.contains(number)) && !wrapped.isEmpty() && !isOurs(wrapped)) {
        throw new JournalUnavailable(
            JournalUnavailable.Reason.KEYS_MISSING,
            "The journal's data key of "
                + days.get(number)
                + " is wrapped for "
                + names(wrapped)
                + ", and the terminal has none of these keys: give it the key it had, or let the"
                + " keeper of the recovery key take the journal over for the new one");
      }
    }
  }

  private boolean isOurs(List<Wrapping> wrapped) {
    for (Wrapping one : wrapped) {
      try {
        if (keys.unwrap(one.keyId(), one.wrapped()).isPresent()) {
          return true;
        }
      } catch (NotAuthentic damaged) {
        // Ours, and damaged: that concerns its day, and no other.
        return true;
      }
    }
    return false;
  }

  private static String names(List<Wrapping> wrapped) {
    return wrapped.stream()
        .map(
            w ->
                (w.role() == JournalKeys.Role.TERMINAL ? "terminal key " : "recovery key ")
                    + w.keyId())
        .distinct()
        .collect(Collectors.joining(" and "));
  }

  /** Refuses a journal none of whose data keys opens here, or that has none. */
  void requireAnyOpenable() {
    List<Wrapping> all = wrappings.values().stream().flatMap(List::stream).toList();
    if (all.isEmpty()) {
      throw new JournalUnavailable(
          "The journal has no data key that is wrapped for anybody, so there is nothing to hand"
              + " over: look whether it is the right file");
    }
    if (wrappings.values().stream().allMatch(w -> unwrap(w).isEmpty())) {
      throw new JournalUnavailable(
          "The recovery key at hand opens none of the journal's data keys; they are wrapped for "
              + names(all)
              + ": bring one of these");
    }
  }

  /** The days whose data key is not wrapped for this key. */
  List<LocalDate> daysClosedTo(String keyId) {
    return days.entrySet().stream()
        .filter(
            day ->
                wrappings.getOrDefault(day.getKey(), List.of()).stream()
                    .noneMatch(w -> w.keyId().equals(keyId)))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The key that seals on this day, if it is there and opens. */
  Optional<OfDay> find(LocalDate day) {
    Optional<OfDay> known = current.filter(c -> c.day().equals(day));
    if (known.isPresent()) {
      return known;
    }
    for (Map.Entry<Long, LocalDate> key : days.entrySet()) {
      if (key.getValue().equals(day)) {
        Optional<Sm4Box> box = box(key.getKey());
        if (box.isPresent()) {
          current = Optional.of(new OfDay(day, key.getKey(), box.get()));
          return current;
        }
      }
    }
    return Optional.empty();
  }

  /** A key for this day. It seals nothing before {@link #kept} has heard of it. */
  Made make(LocalDate day) {
    SecretBytes key = Sm4Box.newKey(random);
    return new Made(day, key, keys.holders().stream().map(h -> Wrapping.of(h, key)).toList());
  }

  /** The key is durable under this number. */
  OfDay kept(Made made, long number) {
    days.put(number, made.day());
    wrappings.put(number, made.wrappings());
    Sm4Box box = new Sm4Box(made.key(), random);
    open.put(number, box);
    OfDay ofDay = new OfDay(made.day(), number, box);
    current = Optional.of(ofDay);
    return ofDay;
  }

  /**
   * The box of an earlier record.
   *
   * @throws RecordUnreadable when its key is destroyed, damaged or not for us
   */
  Sm4Box boxOf(long number, long position) {
    Optional<Sm4Box> box = box(number);
    if (box.isPresent()) {
      return box.get();
    }
    List<Wrapping> wrapped = wrappings.getOrDefault(number, List.of());
    String which = "Record " + position + " is kept, but its body cannot be read: the data key of ";
    String day = Optional.ofNullable(days.get(number)).map(LocalDate::toString).orElse("its day");
    if (wrapped.isEmpty()) {
      throw new RecordUnreadable(which + day + " is destroyed, and nobody can bring it back");
    } else if (isOurs(wrapped)) {
      throw new RecordUnreadable(
          which
              + day
              + " is damaged: let the keeper of the recovery key open it ("
              + names(wrapped)
              + "), or read it in a copy of the journal's file. Do not open a restored copy as a"
              + " till before somebody has compared it with the centre: it would reverse bills that"
              + " were booked after it was made");
    }
    throw new RecordUnreadable(which + day + " is wrapped for " + names(wrapped) + ": bring it");
  }

  private Optional<Sm4Box> box(long number) {
    Optional<Sm4Box> known = Optional.ofNullable(open.get(number));
    if (known.isPresent()) {
      return known;
    }
    Optional<Sm4Box> opened =
        unwrap(wrappings.getOrDefault(number, List.of())).map(key -> new Sm4Box(key, random));
    opened.ifPresent(box -> open.put(number, box));
    return opened;
  }
}
