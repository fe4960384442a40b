package io.caresettle.sim.year;

import io.caresettle.sim.year.Nursing.Given;
import io.caresettle.sim.year.Nursing.Item;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The long-term-care fund's own reading of a person's visits, and its own ledger: no medical fund,
 * no account and no cash of a bill is ever in it.
 */
final class NursingFund {

  private static final LocalDate A_MONDAY = LocalDate.of(2024, 1, 1);
  private static final Map<String, NavigableMap<LocalDate, Integer>> SHARES = shares();

  private final String area;
  private final Nursing nursing;
  private final List<Entry> book = new ArrayList<>();

  NursingFund(String area, Nursing nursing) {
    this.area = area;
    this.nursing = nursing;
  }

  /** How far a visit came; those that did not end stay begun. */
  enum State {
    BEGUN,
    ENDED,
    SETTLED
  }

  /** A visit in the book; fund and own are zero until it is settled. */
  record Entry(Nursing.Visit visit, State state, long fund, long own) {}

  List<Entry> book() {
    return book;
  }

  private static Map<String, NavigableMap<LocalDate, Integer>> shares() {
    Map<String, NavigableMap<LocalDate, Integer>> all = new TreeMap<>();
    try (InputStream in = NursingFund.class.getResourceAsStream("/centre/long-term-care.yaml")) {
      if (in == null) {
        throw new IllegalStateException("The centre's terms of long-term care are missing");
      }
      Map<?, ?> file = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      for (Object fund : (List<?>) at(file, "funds")) {
        NavigableMap<LocalDate, Integer> shares = new TreeMap<>();
        Map<?, ?> one = (Map<?, ?>) fund;
        for (Object share : (List<?>) at(one, "shares")) {
          Map<?, ?> dated = (Map<?, ?>) share;
          shares.put(
              LocalDate.parse(at(dated, "from").toString()),
              Integer.valueOf(at(dated, "fund").toString()));
        }
        all.put(at(one, "area").toString(), shares);
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object at(Map<?, ?> cells, String key) {
    return Objects.requireNonNull(cells.get(key), key);
  }

  /** Why a visit may not begin, in the words of the terminal's rules. */
  Set<String> againstStart(Nursing.Visit visit) {
    Set<String> against = new HashSet<>();
    LocalDate day = visit.day();
    barred(visit, against);
    boolean assessed = nursing.level().cover(day);
    if (!assessed) {
      against.add("LEVEL");
    }
    if (!nursing.plan().cover(day)) {
      against.add("PLAN");
    }
    suspended(day, against);
    for (Given given : visit.given()) {
      Optional<Item> item = item(given.code());
      if (item.isEmpty()) {
        against.add("ITEM");
      } else if (chosenBefore(item.get(), day) >= item.get().times()) {
        against.add("FREQUENCY");
      }
    }
    return against;
  }

  void begin(Nursing.Visit visit) {
    book.add(new Entry(visit, State.BEGUN, 0, 0));
  }

  /** Why care that was begun may not end so. */
  Set<String> againstEnd(Nursing.Visit visit) {
    Set<String> against = new HashSet<>();
    barred(visit, against);
    if (!visit.identified()) {
      against.add("SAME_PERSON_AT_END");
    }
    if (visit.lasted() < 1) {
      against.add("ORDER");
    }
    int minutes = 0;
    for (Given given : visit.given()) {
      Item item = item(given.code()).orElseThrow();
      minutes += given.minutes();
      if (given.minutes() > item.minutes()) {
        against.add("DURATION");
      }
      if (given.fee() * item.minutes() > item.fee() * Math.min(given.minutes(), item.minutes())) {
        against.add("FEE");
      }
    }
    if (minutes > visit.lasted()) {
      against.add("DURATION");
    }
    return against;
  }

  void end() {
    replaceLast(State.ENDED, 0, 0);
  }

  /** What the fund pays, half a fen up, once for the visit; empty where nobody published it. */
  Optional<Long> pays(Nursing.Visit visit) {
    return Optional.ofNullable(SHARES.get(area))
        .map(shares -> shares.floorEntry(visit.day()))
        .map(share -> (visit.total() * share.getValue() + 5_000) / 10_000);
  }

  Set<String> againstSettling(Nursing.Visit visit) {
    Set<String> against = new HashSet<>();
    suspended(visit.settled(), against);
    return against;
  }

  void settle(long fund, long own) {
    replaceLast(State.SETTLED, fund, own);
  }

  private void replaceLast(State state, long fund, long own) {
    int last = book.size() - 1;
    book.set(last, new Entry(book.get(last).visit(), state, fund, own));
  }

  private static void barred(Nursing.Visit visit, Set<String> against) {
    if (visit.caregiver().equals(Nursing.BARRED) && Nursing.BARRED_ON.cover(visit.day())) {
      against.add("CAREGIVER");
    }
  }

  private void suspended(LocalDate day, Set<String> against) {
    if (nursing.suspended().filter(days -> days.cover(day)).isPresent()) {
      against.add("NOT_SUSPENDED");
    }
  }

  private Optional<Item> item(String code) {
    return nursing.items().stream().filter(item -> item.code().equals(code)).findFirst();
  }

  private long chosenBefore(Item item, LocalDate day) {
    return book.stream()
        .filter(entry -> entry.visit().chosen().contains(item.code()))
        .filter(entry -> period(item, entry.visit().day()).equals(period(item, day)))
        .count();
  }

  private static String period(Item item, LocalDate day) {
    return switch (item.per()) {
      case "day" -> day.toString();
      case "week" -> "week " + Math.floorDiv(ChronoUnit.DAYS.between(A_MONDAY, day), 7L);
      default -> day.getYear() + " " + day.getMonthValue();
    };
  }
}
