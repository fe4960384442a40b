package io.caresettle.sim.command;

import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.compiled.PolicyOrder;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import io.caresettle.reading.Nearest;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of the sums that some pack of an area counts; a name of none of them would be a sum of
 * zero, and nobody would hear of it.
 */
record SumNames(Set<String> names) {

  SumNames {
    names = Set.copyOf(names);
  }

  static SumNames of(PolicyBook book, String area) {
    return new SumNames(
        Stream.concat(book.packs().stream(), book.orders().stream().map(PolicyOrder::pack))
            .filter(pack -> pack.id().area().equals(area))
            .flatMap(pack -> pack.accumulators().stream())
            .collect(Collectors.toSet()));
  }

  /** Faults every name, in the sums before and those expected after, that no pack counts. */
  void check(Field before, Field expect) {
    check(before);
    if (expect.isMapping()) {
      expect.mapping().ifPresent(all -> check(all.optional("after")));
    }
  }

  /** What is no mapping is told where the sums are read. */
  private void check(Field sums) {
    if (sums.isMapping()) {
      sums.mapping().ifPresent(this::check);
    }
  }

  private void check(Mapping sums) {
    for (String key : sums.keys()) {
      if (!names.contains(key)) {
        sums.faultAtKey(
            key,
            "the sum '" + key + "', which no pack of the area counts",
            Nearest.to(key, names)
                .map(near -> "perhaps '" + near + "'")
                .orElse("one of " + names.stream().sorted().collect(Collectors.joining(", "))));
      }
    }
  }
}
