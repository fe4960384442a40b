package io.caresettle.sim.year;

import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Scheme;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * An area in which people live a year.
 *
 * @param groups that its packs know
 * @param aidClasses that its packs know
 * @param cares which kinds of care each scheme has a pack for
 */
record Town(
    String code,
    String zh,
    String en,
    List<String> groups,
    List<String> aidClasses,
    Map<Scheme, Set<CareType>> cares,
    Houses houses) {

  static Town of(PolicyBook book, String code) {
    String[] names =
        switch (code) {
          case "320500" -> new String[] {"苏州市", "Suzhou"};
          case "320600" -> new String[] {"南通市", "Nantong"};
          case "460000" -> new String[] {"海南省", "Hainan"};
          case "310000" -> new String[] {"上海市", "Shanghai"};
          default -> new String[] {"虚构地区", "the fictitious area"};
        };
    return new Town(
        code,
        names[0],
        names[1],
        words(book, code, pack -> pack.header().groups()),
        words(book, code, pack -> pack.header().aidClasses()),
        cares(book, code),
        Houses.of(code));
  }

  private static Map<Scheme, Set<CareType>> cares(PolicyBook book, String code) {
    Map<Scheme, Set<CareType>> cares = new EnumMap<>(Scheme.class);
    for (CompiledPack pack : benefits(book, code)) {
      cares
          .computeIfAbsent(pack.scheme(), scheme -> EnumSet.noneOf(CareType.class))
          .addAll(pack.care());
    }
    return cares;
  }

  /** Whether the area says anything at all of such care for somebody. */
  boolean has(Walk walk, CareType care) {
    Scheme scheme = walk.isEmployed() ? Scheme.EMPLOYEE : Scheme.RESIDENT;
    return cares.getOrDefault(scheme, Set.of()).contains(care);
  }

  private static List<CompiledPack> benefits(PolicyBook book, String code) {
    return book.packs().stream()
        .filter(pack -> pack.id().area().equals(code) && !pack.header().care().isEmpty())
        .toList();
  }

  private static List<String> words(
      PolicyBook book, String code, Function<CompiledPack, Collection<String>> named) {
    return benefits(book, code).stream()
        .flatMap(pack -> named.apply(pack).stream())
        .filter(word -> !word.equals("none"))
        .distinct()
        .sorted()
        .toList();
  }
}
