package io.caresettle.sim.centre;

import io.caresettle.protocol.wire.CareItem;
import io.caresettle.protocol.wire.Split;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether care may be given and counted, read from the articles by the centre itself. Stricter than
 * a terminal: it knows every carer's visits, its own clock, and what was shown where.
 */
record CareJudge(CareRolls rolls, CareBook book, Presence presence) {

  /** How far a terminal's clock may be ahead of ours, and how late a start or end may be told. */
  private static final Duration AHEAD = Registers.CLOCKS_DIFFER;

  private static final Duration LATE = Duration.ofMinutes(15);

  CareRolls.Cared cared(String person) throws Refused {
    return rolls.find(person).orElseThrow(CareReason.CARE_UNKNOWN::because);
  }

  /** SH 61: whoever is barred gives nothing, whoever gives something has a name. */
  void requireCaregiver(String institution, String operator, LocalDate day) throws Refused {
    boolean barred =
        rolls.barred(institution).stream()
            .anyMatch(b -> b.operator().equals(operator) && b.span().covers(day));
    if (operator.isBlank() || barred) {
      throw CareReason.CARE_CAREGIVER.about(operator);
    }
  }

  void requireAgreement(String institution, String area, LocalDate day) throws Refused {
    if (rolls.agreements(institution, area).stream().noneMatch(a -> a.span().covers(day))) {
      throw CareReason.CARE_AGREEMENT.about(area);
    }
  }

  void requireNotSuspended(CareRolls.Cared cared, LocalDate day) throws Refused {
    Optional<CareRolls.Suspended> stop =
        cared.suspensions().stream().filter(s -> s.span().covers(day)).findFirst();
    if (stop.isPresent()) {
      throw CareReason.CARE_SUSPENDED.about(stop.get().why() + " " + stop.get().span());
    }
  }

  CareRolls.Plan plan(CareRolls.Cared cared, String number, LocalDate day) throws Refused {
    CareRolls.Level level = cared.levelOn(day).orElseThrow(CareReason.CARE_LEVEL::because);
    return cared.plans().stream()
        .filter(
            plan ->
                plan.number().equals(number)
                    && plan.level().equals(level.level())
                    && plan.span().covers(day))
        .findFirst()
        .orElseThrow(CareReason.CARE_PLAN::because);
  }

  /**
   * How often the scarcest of the items may still be given after this visit.
   *
   * @throws Refused when one may not be given now, or somebody else cares for the person
   */
  int visitsLeft(CareRolls.Plan plan, List<String> codes, String person, LocalDate day, Instant now)
      throws Refused {
    List<CareBook.Entry> visits = book.of(person, now);
    if (visits.stream().anyMatch(CareBook.Entry::isOpen)) {
      throw CareReason.CARE_OPEN.because();
    }
    int left = Integer.MAX_VALUE;
    Set<String> seen = new HashSet<>();
    for (String code : codes) {
      CareRolls.Item item = plan.item(code).orElseThrow(() -> CareReason.CARE_ITEM.about(code));
      if (!seen.add(code)) {
        throw CareReason.CARE_ITEM.about(code);
      }
      long before =
          visits.stream()
              .filter(visit -> visit.items().contains(code))
              .filter(visit -> samePeriod(item.per(), visit.day(), day))
              .count();
      if (before >= item.times()) {
        throw CareReason.CARE_FREQUENCY.about(code + " " + before + "/" + item.per());
      }
      left = Math.min(left, item.times() - (int) before - 1);
    }
    if (codes.isEmpty()) {
      throw CareReason.CARE_ITEM.because();
    }
    return left;
  }

  /** Weeks begin on Monday: the first of January 1970 was a Thursday. */
  private static boolean samePeriod(String per, LocalDate one, LocalDate other) {
    return switch (per) {
      case "day" -> one.equals(other);
      case "week" ->
          Math.floorDiv(one.toEpochDay() + 3, 7L) == Math.floorDiv(other.toEpochDay() + 3, 7L);
      case "month" -> one.getYear() == other.getYear() && one.getMonth() == other.getMonth();
      default -> throw new IllegalStateException("No such period: " + per);
    };
  }

  static void requireNear(Instant told, Instant now) throws Refused {
    if (told.isAfter(now.plus(AHEAD)) || told.isBefore(now.minus(LATE))) {
      throw CareReason.CARE_TIME.because();
    }
  }

  /** SH 22¶3: identified again since the start, here, at this visit. */
  void requireIdentifiedSince(CareBook.Entry entry, String person, Request request) throws Refused {
    if (!entry.person().equals(person)) {
      throw CareReason.CARE_IDENTITY.because();
    }
    presence.require(entry.visit(), person, request);
    if (!presence.lastShown(entry.visit(), person, request).isAfter(entry.begunAt())) {
      throw CareReason.CARE_IDENTITY.because();
    }
  }

  /** What was given fits what was chosen, the standards, and the time that passed. */
  Given given(CareBook.Entry entry, List<CareItem> items, Instant ended) throws Refused {
    if (!ended.isAfter(entry.started())
        || Duration.between(entry.started(), ended).compareTo(CareBook.LAPSES) > 0) {
      throw CareReason.CARE_TIME.because();
    }
    CareRolls.Plan plan = plan(cared(entry.person()), entry.plan(), entry.day());
    int minutes = 0;
    long limit = 0;
    long total = 0;
    Set<String> seen = new HashSet<>();
    for (CareItem item : items) {
      String code = item.getItemCode();
      if (!entry.items().contains(code) || !seen.add(code)) {
        throw CareReason.CARE_ITEM.about(code);
      }
      CareRolls.Item standard = plan.item(code).orElseThrow(() -> CareReason.CARE_ITEM.about(code));
      if (item.getMinutes() < 1 || item.getMinutes() > standard.minutes()) {
        throw CareReason.CARE_DURATION.about(code);
      }
      long most = standard.fee() * item.getMinutes() / standard.minutes();
      if (item.getFee() < 0 || item.getFee() > most) {
        throw CareReason.CARE_FEE.about(code);
      }
      minutes += item.getMinutes();
      limit += most;
      total += item.getFee();
    }
    if (items.isEmpty()) {
      throw CareReason.CARE_ITEM.because();
    }
    if (minutes > entry.started().until(ended, ChronoUnit.MINUTES)) {
      throw CareReason.CARE_DURATION.because();
    }
    return new Given(minutes, limit, total);
  }

  /** Sums of what was given: minutes, the most it may cost and what was asked, in fen. */
  record Given(int minutes, long limit, long total) {}

  /** Half a fen goes up, once for the visit; empty where nobody published the fund's share. */
  Optional<Split> split(CareBook.Entry entry, long total) {
    return rolls
        .share(entry.area(), entry.day())
        .map(
            share -> {
              long fund = Math.floorDiv(Math.multiplyExact(total, (long) share) + 5_000, 10_000L);
              return Split.newBuilder()
                  .setTotal(total)
                  .setLongTermCareFund(fund)
                  .setCash(total - fund)
                  .build();
            });
  }
}
