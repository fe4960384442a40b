package io.caresettle.policy.compiled;

import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.PackId;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.policy.plan.SettlementYear;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whom a pack serves, and when.
 *
 * @param scheme of a pack about entitlement, which is for all schemes: employee, and nobody asks
 * @param care of a pack about entitlement: none
 * @param to last day it serves, where it has one
 * @param stillValidOn the last day on which a person looked whether it still holds
 * @param groups the groups of persons it knows, {@code none} first
 * @param aidClasses the classes of medical aid it knows, {@code none} first
 */
public record Header(
    PackKind kind,
    PackId id,
    Scheme scheme,
    Set<CareType> care,
    LocalDate from,
    Optional<LocalDate> to,
    LocalDate stillValidOn,
    List<String> groups,
    List<String> aidClasses,
    SettlementYear year) {

  private static final List<String> NONE = List.of("none");

  public Header {
    care = Set.copyOf(care);
    groups = List.copyOf(groups);
    aidClasses = List.copyOf(aidClasses);
  }

  /** Of a pack about benefits. */
  public Header(
      PackId id,
      Scheme scheme,
      Set<CareType> care,
      LocalDate from,
      Optional<LocalDate> to,
      LocalDate stillValidOn,
      List<String> groups,
      List<String> aidClasses,
      SettlementYear year) {
    this(PackKind.BENEFITS, id, scheme, care, from, to, stillValidOn, groups, aidClasses, year);
  }

  /** Of a pack about entitlement. */
  public static Header ofEntitlement(
      PackId id, LocalDate from, Optional<LocalDate> to, LocalDate stillValidOn) {
    return new Header(
        PackKind.ENTITLEMENT,
        id,
        Scheme.EMPLOYEE,
        Set.of(),
        from,
        to,
        stillValidOn,
        NONE,
        NONE,
        SettlementYear.CALENDAR);
  }

  public boolean isEntitlement() {
    return kind == PackKind.ENTITLEMENT;
  }

  /** Whether some bill, or some question about entitlement, would find both packs on one day. */
  public boolean clashesWith(Header other) {
    boolean apart =
        to.map(other.from::isAfter).orElse(false) || other.to.map(from::isAfter).orElse(false);
    boolean same = kind == other.kind && id.area().equals(other.id.area());
    boolean both = scheme == other.scheme && !Collections.disjoint(care, other.care);
    return same && !apart && (isEntitlement() || both);
  }

  /** The words of a dimension in this pack. */
  public List<String> words(Dimension dimension) {
    return dimension.words(scheme, groups, aidClasses);
  }

  void check() {
    if (!isArea(id.area()) || !isTopic(id.topic())) {
      throw new MalformedPack("header", "no area or topic: " + id);
    }
    if (id.version() < 1 || (to.isPresent() && to.get().isBefore(from))) {
      throw new MalformedPack("header", "no version, or no day to serve");
    }
    if (isEntitlement()) {
      if (!equals(ofEntitlement(id, from, to, stillValidOn))
          || !id.topic().equals(PackKind.TOPIC)) {
        throw new MalformedPack("header", "a topic, a scheme or care of its own");
      }
      return;
    }
    if (care.isEmpty()) {
      throw new MalformedPack("header", "no kind of care");
    }
    for (List<String> words : List.of(groups, aidClasses)) {
      if (words.isEmpty()
          || !words.get(0).equals("none")
          || new HashSet<>(words).size() < words.size()) {
        throw new MalformedPack("header", words + " does not begin with none, or repeats a word");
      }
    }
  }

  private static boolean isArea(String area) {
    boolean digits = area.length() == 6;
    for (int i = 0; i < area.length(); i++) {
      digits &= area.charAt(i) >= '0' && area.charAt(i) <= '9';
    }
    return digits || area.equals("test");
  }

  /** Words joined by dashes, safe as a part of a file's name. */
  private static boolean isTopic(String topic) {
    boolean letters = !topic.isEmpty() && !topic.startsWith("-") && !topic.endsWith("-");
    for (int i = 0; i < topic.length(); i++) {
      char c = topic.charAt(i);
      letters &= (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }
    return letters;
  }
}
