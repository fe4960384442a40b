package io.caresettle.sim.adjudicate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one file says about who may have what, before and after it has what is above it.
 *
 * @param points what it says, by the name of the point
 */
record Bylaw(
    Tree tree, String area, LocalDate from, Optional<LocalDate> to, Map<String, Point> points) {

  static final String KIND = "entitlement";

  /** What is said on one point through time, and what that means to those below. */
  record Point(Value.Gives gives, List<Dated<Saying>> series) {

    Dated<Saying> first() {
      return series.get(0);
    }
  }

  static Bylaw read(Tree tree) {
    String topic = tree.text("topic");
    String area = tree.text("area");
    Tree names = tree.tree("names");
    names.text("zh");
    names.text("en");
    names.end();
    LocalDate from = tree.date("from");
    Optional<LocalDate> to = tree.dateIfAny("to");
    tree.date("still_valid_on");
    if (!topic.equals(KIND)
        || !area.matches("\\d{6}|test")
        || to.map(last -> last.isBefore(from)).orElse(false)
        || tree.numberIfAny("version").orElse(1) < 1) {
      throw tree.bad("topic, area, days or version are not such as an ordinance may have");
    }
    Map<String, Point> points = new LinkedHashMap<>();
    Optional<Tree> said = tree.treeIfAny("values");
    for (String name : said.map(Tree::keys).orElse(Set.of())) {
      Points.Form form = Points.forms().get(name);
      if (form == null) {
        throw tree.bad("no ordinance says anything on " + name);
      }
      points.put(name, point(said.get().tree(name), form, isAreaAbove(area), from, to));
    }
    tree.end();
    return new Bylaw(tree, area, from, to, Map.copyOf(points));
  }

  private static Point point(
      Tree tree, Points.Form form, boolean mayGive, LocalDate first, Optional<LocalDate> last) {
    tree.textIfAny("describes");
    tree.textIfAny("unit");
    Value.Gives gives = Value.gives(tree, mayGive);
    boolean range = gives == Value.Gives.RANGE;
    List<Dated<Saying>> series = new ArrayList<>();
    for (Tree entry : tree.trees("series")) {
      series.add(EntryReader.read(entry, said -> Saying.read(said, form, range)));
    }
    tree.end();
    Dated.check(tree, series, first, last);
    return new Point(gives, List.copyOf(series));
  }

  private static boolean isAreaAbove(String area) {
    return area.matches("\\d{2}0000");
  }

  /** This with what the nearest one above gives it, which has what is above itself already. */
  Bylaw under(Optional<Bylaw> above) {
    Map<String, Point> all = new LinkedHashMap<>(above.map(Bylaw::points).orElse(Map.of()));
    if (above.isPresent() && !above.get().lastsAsLongAs(this)) {
      throw tree.bad("it has days that " + above.get().area() + " above it has not");
    }
    points.forEach(
        (name, own) -> {
          Point given = all.get(name);
          if (given != null) {
            check(name, own, given);
          }
          all.put(name, own);
        });
    if (!isAreaAbove(area)) {
      requireAll(all);
    }
    return new Bylaw(tree, area, from, to, Map.copyOf(all));
  }

  private boolean lastsAsLongAs(Bylaw below) {
    return !from.isAfter(below.from())
        && to.map(end -> below.to().map(day -> !end.isBefore(day)).orElse(false)).orElse(true);
  }

  private void requireAll(Map<String, Point> all) {
    Set<String> missing = new HashSet<>(Points.forms().keySet());
    missing.removeAll(all.keySet());
    if (!missing.isEmpty()) {
      throw tree.bad("nothing is said on " + missing);
    }
    all.forEach(
        (name, point) -> {
          if (point.gives() == Value.Gives.RANGE) {
            throw tree.bad(name + " must be said within the range of " + point.first().source());
          }
        });
  }

  private void check(String name, Point own, Point given) {
    String both = ": " + own.first().source() + " against " + given.first().source();
    if (given.gives() == Value.Gives.VALUE) {
      throw tree.bad(name + " is said above and may not be said again" + both);
    }
    if (given.gives() != Value.Gives.RANGE) {
      return;
    }
    for (Dated<Saying> inner : own.series()) {
      for (Dated<Saying> outer : given.series()) {
        if (meet(inner, outer) && !within(inner.said(), outer.said())) {
          throw tree.bad(name + " is outside the range above" + both);
        }
      }
    }
  }

  /** Whether there is a day of this file on which both are said. */
  private boolean meet(Dated<Saying> one, Dated<Saying> other) {
    LocalDate day = from;
    for (LocalDate begins : List.of(one.from(), other.from())) {
      day = begins.isAfter(day) ? begins : day;
    }
    return one.covers(day) && other.covers(day) && covers(day);
  }

  private static boolean within(Saying inner, Saying outer) {
    return !(inner instanceof Saying.Bounds number)
        || !(outer instanceof Saying.Bounds bounds)
        || (number.least() >= bounds.least() && number.most() <= bounds.most());
  }

  private boolean covers(LocalDate day) {
    return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
  }

  /** Whether it is of an area and in force on a day, be it a frame that does not say all. */
  boolean isOf(String where, LocalDate day) {
    return area.equals(where) && covers(day);
  }

  /** Whether it says what holds in an area on a day: all of it, and nothing as a range. */
  boolean serves(String where, LocalDate day) {
    return area.equals(where)
        && covers(day)
        && points.keySet().equals(Points.forms().keySet())
        && points.values().stream().noneMatch(point -> point.gives() == Value.Gives.RANGE);
  }
}
