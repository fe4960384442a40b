package io.caresettle.sim.readings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.money.Payer;
import io.caresettle.money.RoundTo;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.Dimension;
import io.caresettle.policy.compiled.ValueSeries;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Circumstances;
import io.caresettle.policy.plan.Cutting;
import io.caresettle.policy.plan.Grade;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.Layer;
import io.caresettle.policy.plan.Limit;
import io.caresettle.policy.plan.OffSite;
import io.caresettle.policy.plan.Paying;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.policy.plan.PolicyValue;
import io.caresettle.policy.plan.Sharing;
import io.caresettle.policy.plan.Step;
import io.caresettle.policy.plan.Tier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Around every bound of a shipped pack, fen by fen")
class BoundsTest {

  private static final long AROUND = 1_000;
  private static final boolean DEEP = "deep".equals(System.getProperty("caresettle.tier"));
  private static final Tally TALLY = new Tally();
  private static final Readings BOTH = Readings.shipped(TALLY);

  /** What holds of a reading at a bill, so far beyond a bound. */
  private interface Holds {
    void at(long beyond, Case bill, Figures said);
  }

  static Stream<CompiledPack> packs() {
    return PolicyBook.shipped().packs().stream().filter(pack -> !pack.header().isEntitlement());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packs")
  @Tag("R-SETL-06")
  @DisplayName(
      "both readings are one, and a bound holds to the fen and includes itself (R-SETL-06)")
  void bounds(CompiledPack pack) {
    Set<List<Object>> done = ConcurrentHashMap.newKeySet();
    for (LocalDate day : pack.changes()) {
      keys(pack).parallelStream()
          .filter(key -> DEEP || unusual(key.circumstances()) <= 1)
          .forEach(
              key ->
                  BOTH.till
                      .plan(key, day, day)
                      .ifPresent(plan -> new Around(plan, key, day, done).everyBound()));
    }
    System.out.println(
        pack.id() + ": " + done.size() + " walks of " + (2 * AROUND + 1) + " bills each");
    if (TwoReadingsAgreeTest.isSilent(pack)) {
      assertEquals(0, done.size(), "walks of a pack that answers no bill");
    } else {
      assertTrue(done.size() > 2, "A pack without bounds?");
    }
  }

  /**
   * How many circumstances are not the usual ones. A table of one circumstance shows all its cells
   * where one at a time is unusual; all together are for the deep tier.
   */
  private static long unusual(Circumstances here) {
    Circumstances usual = Circumstances.ORDINARY;
    return Stream.of(
            here.group().equals(usual.group()),
            here.aid().equals(usual.aid()),
            here.offSite() == usual.offSite(),
            here.stay() == usual.stay(),
            here.grade() == usual.grade())
        .filter(same -> !same)
        .count();
  }

  /** Every key that the pack tells apart from another. */
  private static List<PlanKey> keys(CompiledPack pack) {
    Set<Dimension> by = EnumSet.noneOf(Dimension.class);
    for (ValueSeries series : pack.values()) {
      by.addAll(series.by());
    }
    List<PlanKey> keys = new ArrayList<>();
    CareType care = pack.care().iterator().next();
    for (InsuredCategory category :
        some(
            by,
            Dimension.CATEGORY,
            InsuredCategory.of(pack.scheme()).toArray(InsuredCategory[]::new))) {
      for (InstitutionLevel level : some(by, Dimension.LEVEL, InstitutionLevel.values())) {
        for (String group :
            some(by, Dimension.GROUP, pack.header().groups().toArray(String[]::new))) {
          for (String aid :
              some(by, Dimension.AID, pack.header().aidClasses().toArray(String[]::new))) {
            for (OffSite offSite : some(by, Dimension.OFF_SITE, OffSite.values())) {
              for (Integer stay : some(by, Dimension.STAY, new Integer[] {1, 2, 3})) {
                for (Grade grade : some(by, Dimension.GRADE, Grade.values())) {
                  keys.add(
                      new PlanKey(
                          pack.id().area(),
                          pack.scheme(),
                          category,
                          care,
                          level,
                          new Circumstances(group, aid, offSite, stay, grade)));
                }
              }
            }
          }
        }
      }
    }
    return keys;
  }

  private static <T> List<T> some(Set<Dimension> by, Dimension dimension, T[] all) {
    return by.contains(dimension) ? List.of(all) : List.of(all[0]);
  }

  /** The bounds of one plan. */
  private static final class Around {
    private final Plan plan;
    private final Case nothing;
    private final Set<List<Object>> done;

    Around(Plan plan, PlanKey key, LocalDate day, Set<List<Object>> done) {
      this.plan = plan;
      this.done = done;
      Set<Payer> open = EnumSet.range(Payer.POOL_FUND, Payer.MEDICAL_AID);
      open.add(Payer.PERSONAL_ACCOUNT);
      open.add(Payer.FAMILY_ACCOUNT);
      this.nothing =
          new Case(
              key,
              day,
              day,
              open,
              Map.of(),
              new Case.Purses(0, 0, List.of()),
              Map.of(),
              List.of(),
              Optional.of(new Case.Totals(0, 0, 0, 0)));
    }

    void everyBound() {
      for (Step step : plan.steps()) {
        if (step instanceof Sharing.Deductible deductible) {
          deductible(deductible);
        } else if (step instanceof Sharing.CostLimit limit) {
          limit(step, limit.number(), limit.accumulator());
        } else if (step instanceof Sharing.PaymentLimit limit) {
          limit(step, limit.number(), limit.accumulator());
        } else if (step instanceof Sharing.Bands bands) {
          bands.bands().forEach(band -> band.upTo().ifPresent(end -> scope(step, end)));
        } else if (step instanceof Layer layer) {
          layer(layer);
        } else if (step instanceof Paying.Account) {
          balance(step);
        }
      }
    }

    private void layer(Layer layer) {
      Optional<Limit> limit =
          layer instanceof Layer.LargeSum large
              ? large.limit()
              : layer instanceof Layer.CriticalIllness critical
                  ? critical.limit()
                  : layer instanceof Layer.Supplement supplement
                      ? supplement.limit()
                      : ((Layer.MedicalAid) layer).limit();
      limit.ifPresent(most -> limit(layer, most.value(), most.accumulator()));
      if (layer instanceof Layer.CriticalIllness critical) {
        critical.tiers().forEach(tier -> tier(critical, tier));
      } else if (layer instanceof Layer.MedicalAid aid) {
        aid.above().ifPresent(above -> scope(aid, above));
      }
    }

    private void deductible(Sharing.Deductible step) {
      long bound = step.number().amount();
      walk(
          step,
          "scope",
          bound,
          beyond -> scope(bound + beyond),
          (beyond, bill, said) -> {
            long base = said.get("in-scope") - said.get("off-site-first");
            assertEquals(Math.min(base, bound), said.get("deductible"), "the deductible");
            if (base <= bound) {
              assertEquals(0, said.get("paid pool-fund"), "the pool pays within the deductible");
            }
          });
      if (step.accumulator().isPresent()) {
        String name = plan.accumulators().get(step.accumulator().getAsInt());
        walk(
            step,
            "year",
            bound,
            beyond -> scope(200_000).after(Map.of(name, Math.max(0, bound + beyond))),
            (beyond, bill, said) ->
                assertEquals(
                    Math.min(
                        Math.max(0, bound - bill.sums().getOrDefault(name, 0L)),
                        200_000 - said.get("off-site-first")),
                    said.get("deductible"),
                    "what the year has left of the deductible"));
      }
    }

    /** A limit of the year: so much and not a fen more, and all of it. */
    private void limit(Step step, PolicyValue value, int accumulator) {
      long bound = value.amount();
      String name = plan.accumulators().get(accumulator);
      boolean costIsUnlimited =
          plan.steps().stream().noneMatch(other -> other instanceof Sharing.CostLimit);
      Holds holds =
          (beyond, bill, said) -> {
            long before = bill.sums().getOrDefault(name, 0L);
            long after = said.get("after " + name);
            assertTrue(
                after <= Math.max(before, bound), () -> name + ": " + after + " of " + bound);
            if (step instanceof Sharing.PaymentLimit
                && costIsUnlimited
                && said.get("above-ceiling") > 0) {
              assertEquals(Math.max(before, bound), after, "cut before the limit was reached");
            }
          };
      // What a bill adds where there is much left, so that sum and bill together walk.
      Case fixed = scope(500_000);
      long adds = BOTH.agree(fixed, "a bill below the limit").get("after " + name);
      if (adds <= bound) {
        walk(
            step,
            "year",
            bound,
            beyond -> fixed.after(Map.of(name, Math.max(0, bound - adds + beyond))),
            (beyond, bill, said) -> {
              holds.at(beyond, bill, said);
              long before = bill.sums().getOrDefault(name, 0L);
              assertEquals(
                  Math.min(adds, Math.max(0, bound - before)),
                  said.get("after " + name) - before,
                  "all that is left");
            });
      }
      walk(
          step,
          "used up",
          bound,
          beyond -> fixed.after(Map.of(name, Math.max(0, bound + beyond))),
          holds);
      reaching(name, bound)
          .ifPresent(scope -> walk(step, "scope", bound, beyond -> scope(scope + beyond), holds));
    }

    /** The smallest bill that fills a limit, where there is one. */
    private Optional<Long> reaching(String name, long bound) {
      long most = 100_000_000;
      if (grown(name, most) < bound) {
        return Optional.empty();
      }
      long least = 0;
      while (least < most) {
        long middle = (least + most) / 2;
        if (grown(name, middle) >= bound) {
          most = middle;
        } else {
          least = middle + 1;
        }
      }
      return Optional.of(least);
    }

    private long grown(String name, long scope) {
      return BOTH.till.read(scope(scope), line -> {}).get("after " + name);
    }

    private void tier(Layer.CriticalIllness step, Tier tier) {
      long bound = tier.above().amount();
      String name = plan.accumulators().get(step.accumulator());
      boolean first = tier.equals(step.tiers().get(0));
      walk(
          step,
          "year " + step.tiers().indexOf(tier),
          bound,
          beyond -> {
            Case fixed = scope(300_000);
            long adds = BOTH.till.read(fixed, line -> {}).get("critical-base");
            return fixed.after(Map.of(name, Math.max(0, bound - adds + beyond)));
          },
          (beyond, bill, said) -> {
            if (first && said.get("after " + name) <= bound) {
              assertEquals(0, said.get("paid critical-illness"), "nothing lies above the first");
            }
          });
    }

    /** A bound on a bill's own cost: it walks, and so does what lies above the deductible. */
    private void scope(Step step, PolicyValue value) {
      long bound = value.amount();
      long[] last = {-1, -1};
      // Where a step rounds to jiao, one fen more of cost can move ten from one payer to another.
      long slack =
          plan.steps().stream()
              .filter(every -> !(every instanceof Cutting))
              .flatMap(every -> every.rounding().stream())
              .mapToLong(RoundTo::unit)
              .sum();
      Holds rises =
          (beyond, bill, said) -> {
            long paid = said.get("in-scope") - said.get("paid cash");
            long scope = said.get("in-scope");
            if (last[0] == scope - 1) {
              assertTrue(
                  paid >= last[1] - slack && paid <= last[1] + 1 + slack,
                  () -> "One fen more of cost, and " + (paid - last[1]) + " fen more of funds");
            }
            last[0] = scope;
            last[1] = paid;
          };
      walk(step, "scope", bound, beyond -> scope(bound + beyond), rises);
      long deductible = BOTH.till.read(scope(bound * 2 + 1), line -> {}).get("deductible");
      last[0] = -1;
      walk(step, "above", bound, beyond -> scope(bound + deductible + beyond), rises);
    }

    private void balance(Step step) {
      Case bill = scope(400_000);
      Figures rich = BOTH.till.read(bill.with(purse(100_000_000)), line -> {});
      long payable = rich.get("paid personal-account") - rich.get("account-first");
      if (payable == 0 || rich.get("account-first") > 0) {
        return;
      }
      walk(
          step,
          "balance",
          payable,
          beyond -> bill.with(purse(payable + beyond)),
          (beyond, at, said) ->
              assertEquals(
                  Math.min(payable, Math.max(0, payable + beyond)),
                  said.get("paid personal-account"),
                  "the account pays what it holds and no more than it may"));
    }

    private static Case.Purses purse(long fen) {
      return new Case.Purses(fen, 0, List.of());
    }

    private Case scope(long fen) {
      return nothing.with(new Case.Totals(0, 0, 0, Math.max(0, fen)));
    }

    private void walk(Step step, String what, long bound, LongFunction<Case> bill, Holds holds) {
      // Where all numbers of a plan are the same, so are the bills around a bound. In verify a
      // bound
      // of a step is walked with one set of the other steps' numbers, the deep tier walks them all.
      List<Object> same = new ArrayList<>(List.of(step.basis().id(), what, bound));
      for (Step every : plan.steps()) {
        if (DEEP || every.basis().id().equals(step.basis().id())) {
          every.values().forEach(value -> same.add(value.amount()));
        }
      }
      if (!done.add(same)) {
        return;
      }
      for (long beyond : LongStream.rangeClosed(-AROUND, AROUND).toArray()) {
        Case at = bill.apply(beyond);
        String which = step.basis().id() + ", " + what + ", " + bound + " and " + beyond;
        Figures said = BOTH.agree(at, which);
        try {
          holds.at(beyond, at, said);
        } catch (AssertionError e) {
          throw new AssertionError(which + "\n" + CaseText.of(Optional.empty(), at), e);
        }
      }
    }
  }
}
