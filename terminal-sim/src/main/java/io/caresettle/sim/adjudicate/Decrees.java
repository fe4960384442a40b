package io.caresettle.sim.adjudicate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The emergency orders that are in use, read as packs and as bylaws. */
final class Decrees {

  private record Benefits(Decree decree, Pack pack) {}

  private record Entitling(Decree decree, Bylaw bylaw) {}

  private final List<Benefits> benefits = new ArrayList<>();
  private final List<Entitling> entitling = new ArrayList<>();

  Decrees(List<Decree> decrees, Function<Draft, Pack> resolve) {
    for (Decree decree : decrees) {
      Tree tree = Tree.parse(decree.number(), decree.text());
      if (tree.textIfAny("kind").filter(Bylaw.KIND::equals).isPresent()) {
        entitling.add(new Entitling(decree, Bylaw.read(tree).under(Optional.empty())));
      } else {
        benefits.add(new Benefits(decree, resolve.apply(Draft.read(tree))));
      }
    }
  }

  /** The orders that serve a bill, by number. */
  List<String> numbers(Claim claim) {
    return benefits.stream()
        .filter(order -> order.pack().serves(claim))
        .map(order -> order.decree().number())
        .toList();
  }

  List<Pack> serving(Claim claim) {
    return benefits.stream().map(Benefits::pack).filter(pack -> pack.serves(claim)).toList();
  }

  /** Whether an order that serves the bill goes before this ordinary pack. */
  boolean replace(Pack ordinary, Claim claim) {
    return benefits.stream()
        .filter(order -> order.pack().serves(claim))
        .anyMatch(order -> order.decree().replaces().equals(ordinary.draft().topic()));
  }

  Optional<Ordinance> ordinance(String area, LocalDate day) {
    return entitling.stream()
        .map(Entitling::bylaw)
        .filter(bylaw -> bylaw.serves(area, day))
        .findFirst()
        .map(bylaw -> new Ordinance(bylaw, day));
  }
}
