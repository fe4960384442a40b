package io.caresettle.sim.readings;

import io.caresettle.money.Payer;
import io.caresettle.money.Quantity;
import io.caresettle.money.Rounding;
import io.caresettle.money.UnitPrice;
import io.caresettle.policy.plan.Circumstances;
import io.caresettle.policy.plan.PlanKey;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Makes a case on which the readings differ as small as it can be, for a person to look at. */
final class Smaller {

  private static final int MOST_ROUNDS = 12;

  private final Optional<PackDraft> draft;

  Smaller(Optional<PackDraft> draft) {
    this.draft = draft;
  }

  private record Found(Optional<PackDraft> draft, Case bill) {}

  String of(Case bill) {
    Found found = new Found(draft, bill);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Found before = found;
      found = smallerBill(found);
      found = smallerPack(found);
      if (found.equals(before)) {
        break;
      }
    }
    Till till = till(found.draft());
    Centre centre = centre(found.draft());
    Figures tills = till.read(found.bill(), line -> {});
    return tills.against(centre.read(found.bill()))
        + "\nThe smallest case found, for split --case:\n"
        + CaseText.of(found.draft(), found.bill());
  }

  private static Till till(Optional<PackDraft> draft) {
    return draft.map(pack -> Till.of(pack.texts())).orElseGet(Till::shipped);
  }

  private static Centre centre(Optional<PackDraft> draft) {
    return draft.map(pack -> Centre.of(pack.texts())).orElseGet(Centre::shipped);
  }

  private static Found smallerBill(Found start) {
    Till till = till(start.draft());
    Centre centre = centre(start.draft());
    boolean refusal =
        till.read(start.bill(), line -> {}).isRefused() || centre.read(start.bill()).isRefused();
    Predicate<Case> differ =
        bill -> {
          Figures tills = till.read(bill, line -> {});
          Figures centres = centre.read(bill);
          return !tills.agree(centres) && refusal == (tills.isRefused() || centres.isRefused());
        };
    Rounding rounding =
        till.plan(start.bill())
            .flatMap(plan -> plan.steps().get(0).rounding())
            .map(to -> to.mode())
            .orElse(Rounding.HALF_UP);
    Case bill = start.bill();
    for (int round = 0; round < 40; round++) {
      Optional<Case> next = candidates(bill, rounding).stream().filter(differ).findFirst();
      if (next.isEmpty()) {
        break;
      }
      bill = next.get();
    }
    return new Found(start.draft(), bill);
  }

  private static List<Case> candidates(Case bill, Rounding rounding) {
    List<Case> all = new ArrayList<>();
    int size = bill.size();
    for (int part = size / 2; part > 0; part /= 2) {
      for (int from = 0; from + part <= size; from += part) {
        List<Case.Line> fewer = new ArrayList<>(bill.lines());
        fewer.subList(from, from + part).clear();
        if (!fewer.isEmpty()) {
          all.add(bill.with(fewer));
        }
      }
    }
    for (int i = 0; i < Math.min(size, 8); i++) {
      Case.Line line = bill.lines().get(i);
      for (long micros :
          new long[] {
            line.micros() / 20_000 * 10_000,
            line.micros() - line.micros() % 1_000_000,
            line.micros() - line.micros() % 10_000
          }) {
        replace(bill, i, micros, 10_000, rounding, all::add);
        replace(bill, i, micros, line.tenThousandths(), rounding, all::add);
      }
    }
    bill.totals().ifPresent(totals -> totals(bill, totals, all::add));
    bill.sums()
        .forEach(
            (name, fen) -> {
              Map<String, Long> fewer = new LinkedHashMap<>(bill.sums());
              fewer.remove(name);
              all.add(bill.after(fewer));
              if (fen >= 2) {
                Map<String, Long> less = new LinkedHashMap<>(bill.sums());
                less.put(name, fen / 2);
                all.add(bill.after(less));
              }
            });
    for (Payer payer : bill.open()) {
      Set<Payer> fewer = EnumSet.copyOf(bill.open());
      fewer.remove(payer);
      all.add(bill.openTo(fewer));
    }
    purses(bill, all::add);
    all.add(bill.on(bill.date()));
    all.add(bill.on(bill.discharge()));
    if (!bill.key().circumstances().equals(Circumstances.ORDINARY)) {
      PlanKey key = bill.key();
      all.add(
          bill.of(new PlanKey(key.area(), key.scheme(), key.category(), key.care(), key.level())));
    }
    all.removeIf(bill::equals);
    return all;
  }

  private static void replace(
      Case bill, int at, long micros, long quantity, Rounding rounding, Consumer<Case> smaller) {
    Case.Line line = bill.lines().get(at);
    if (micros > line.micros() || quantity > line.tenThousandths()) {
      return;
    }
    List<Case.Line> lines = new ArrayList<>(bill.lines());
    long fen = new UnitPrice(micros).times(new Quantity(quantity), rounding).fen();
    lines.set(at, new Case.Line(line.id(), line.code(), micros, quantity, fen));
    smaller.accept(bill.with(lines));
  }

  private static void totals(Case bill, Case.Totals t, Consumer<Case> smaller) {
    long[] of = {t.outOfCatalogue(), t.overLimit(), t.firstSelfPay(), t.inScope()};
    for (int part = 0; part < of.length; part++) {
      for (long less : new long[] {0, of[part] / 2, of[part] - of[part] % 100, of[part] - 1}) {
        if (less >= 0) {
          long[] now = of.clone();
          now[part] = less;
          smaller.accept(bill.with(new Case.Totals(now[0], now[1], now[2], now[3])));
        }
      }
    }
  }

  private static void purses(Case bill, Consumer<Case> smaller) {
    Case.Purses purses = bill.purses();
    smaller.accept(bill.with(new Case.Purses(0, purses.pastYears(), purses.family())));
    smaller.accept(bill.with(new Case.Purses(purses.currentYear(), 0, purses.family())));
    if (!purses.family().isEmpty()) {
      smaller.accept(
          bill.with(
              new Case.Purses(
                  purses.currentYear(),
                  purses.pastYears(),
                  purses.family().subList(1, purses.family().size()))));
    }
  }

  private static Found smallerPack(Found start) {
    if (start.draft().isEmpty()) {
      return start;
    }
    boolean packRefused =
        !till(start.draft()).refusal().isEmpty() || !centre(start.draft()).refusal().isEmpty();
    PackDraft pack = start.draft().get();
    Predicate<PackDraft> differ =
        smaller -> {
          Till till = Till.of(smaller.texts());
          Centre centre = Centre.of(smaller.texts());
          return (packRefused == (!till.refusal().isEmpty() || !centre.refusal().isEmpty()))
              && !till.read(start.bill(), line -> {}).agree(centre.read(start.bill()));
        };
    List<PackDraft> plainer = new ArrayList<>();
    if (!pack.parents().isEmpty()) {
      plainer.add(pack.alone());
    }
    for (PackDraft smaller : plainer) {
      pack = differ.test(smaller) ? smaller : pack;
    }
    for (int i = pack.steps().size() - 1; i >= 0; i--) {
      List<Map<String, Object>> fewer = new ArrayList<>(pack.steps());
      fewer.remove(i);
      if (differ.test(pack.with(fewer))) {
        pack = pack.with(fewer);
        continue;
      }
      for (String key : List.of("limit", "person", "off-site", "above", "purse", "point")) {
        Map<String, Object> step = new LinkedHashMap<>(pack.steps().get(i));
        if (step.remove(key) != null) {
          List<Map<String, Object>> plain = new ArrayList<>(pack.steps());
          plain.set(i, step);
          pack = differ.test(pack.with(plain)) ? pack.with(plain) : pack;
        }
      }
    }
    for (String name : pack.used()) {
      ValueDraft value = pack.values().get(name);
      if (value != null && !value.equals(value.plain())) {
        PackDraft plain = pack.with(name, value.plain());
        pack = differ.test(plain) ? plain : pack;
      }
    }
    return new Found(Optional.of(pack), start.bill());
  }
}
