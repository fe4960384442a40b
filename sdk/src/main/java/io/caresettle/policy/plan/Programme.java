package io.caresettle.policy.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The steps of a plan, checked against one another and made ready to run. Without a lambda, as all
 * that stands between a till that has just started and its first bill: the first ones cost the JVM
 * more than the whole plan.
 */
final class Programme {

  private static final int CUTS = 5;

  private final List<Step> steps;
  private final List<Operation> operations = new ArrayList<>();
  private final List<Layer> layers = new ArrayList<>();
  private Optional<Sharing.Bands> pool = Optional.empty();
  private Optional<PoolOperations.Bands> poolOperation = Optional.empty();
  private int poolPaid = -1;

  private Programme(List<Step> steps) {
    this.steps = steps;
  }

  static Programme of(List<Step> steps, List<String> accumulators) {
    Programme programme = new Programme(List.copyOf(steps));
    programme.check(accumulators);
    programme.make();
    return programme;
  }

  CutLines cutting() {
    return (CutLines) operations.get(0);
  }

  Operation[] operations() {
    return operations.toArray(new Operation[0]);
  }

  /** The pool, where there is one, and the layers: who pays, in order. */
  int[] layerPayers() {
    int shift = shift();
    int[] payers = new int[layers.size() + shift];
    if (pool.isPresent()) {
      payers[0] = pool.get().payer().place();
    }
    for (int i = 0; i < layers.size(); i++) {
      payers[i + shift] = layers.get(i).payer().place();
    }
    return payers;
  }

  List<Layer> layers() {
    return layers;
  }

  int shift() {
    return pool.isPresent() ? 1 : 0;
  }

  LineAllocation allocation() {
    for (Step step : steps) {
      if (step instanceof Paying.Allocate allocate) {
        return new LineAllocation(allocate.method(), layerPayers());
      }
    }
    return new LineAllocation(Allocation.CUMULATIVE, layerPayers());
  }

  Cutting.LineTotal lineTotal() {
    return (Cutting.LineTotal) steps.get(0);
  }

  private void check(List<String> accumulators) {
    Set<String> ids = new HashSet<>();
    Set<String> names = new HashSet<>();
    EnumSet<StepKind> seen = EnumSet.noneOf(StepKind.class);
    int last = 0;
    for (int i = 0; i < steps.size(); i++) {
      Basis basis = steps.get(i).basis();
      StepKind kind = basis.kind();
      require(isOf(steps.get(i), kind), "a step of another kind says it is", kind.id());
      require(ids.add(basis.id()), "each step has a name of its own, but found twice", basis.id());
      require(kind.repeats() || seen.add(kind), "only once in a plan", kind.id());
      require(
          i >= CUTS || kind.place() == i + 1, "cut the bill first; not in its place", kind.id());
      require(kind.place() >= last, "not in its place", kind.id());
      last = kind.place();
      if (steps.get(i) instanceof Sharing.Bands bands) {
        require(pool.isEmpty(), "one pool step; the second is", basis.id());
        pool = Optional.of(bands);
      } else if (steps.get(i) instanceof Layer.Supplement supplement) {
        require(names.add(supplement.name()), "a supplement of this name twice", basis.id());
      }
    }
    require(seen.contains(StepKind.CASH), "a plan ends with", StepKind.CASH.id());
    boolean lone = seen.contains(StepKind.COST_LIMIT) || seen.contains(StepKind.PAYMENT_LIMIT);
    require(pool.isPresent() || !lone, "a limit needs the pool's rate or bands", "limit");
    require(Set.copyOf(accumulators).size() == accumulators.size(), "an accumulator twice", "plan");
    Counting.check(steps, accumulators.size());
  }

  /** A rate is a band without an end; every other kind has a record of its name. */
  private static boolean isOf(Step step, StepKind kind) {
    String name = kind == StepKind.RATE ? StepKind.BANDS.name() : kind.name().replace("_", "");
    return step.getClass().getSimpleName().toUpperCase(Locale.ROOT).equals(name);
  }

  private static void require(boolean holds, String expected, String found) {
    if (!holds) {
      throw new IllegalArgumentException("Step " + found + ": " + expected + " " + found);
    }
  }

  private void make() {
    long gate = pool.isPresent() ? SharingOperations.gate(pool.get().payer()) : 0;
    operations.add(
        new CutLines(
            lineTotal(), (Cutting.PriceLimit) steps.get(2), (Cutting.FirstSelfPay) steps.get(3)));
    boolean account = false;
    for (int i = CUTS; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (step instanceof Sharing sharing) {
        operations.add(sharing(i, sharing, gate));
      } else if (step instanceof Layer layer) {
        operations.add(layer(i, layer));
        layers.add(layer);
      } else if (step instanceof Paying.Allocate) {
        break; // Only where somebody asks.
      } else if (step instanceof Paying paying) {
        operations.add(paying(i, paying, account));
        account |= step instanceof Paying.Account;
      }
    }
  }

  private Operation sharing(int index, Sharing step, long gate) {
    if (step instanceof Sharing.UsableFunds usable) {
      return new SharingOperations.UsableFunds(index, usable);
    }
    if (step instanceof Sharing.OffSiteFirst first) {
      return new SharingOperations.OffSiteFirst(index, first, gate);
    }
    if (step instanceof Sharing.Deductible deductible) {
      return new SharingOperations.Deductible(index, deductible, gate);
    }
    if (step instanceof Sharing.CostLimit limit) {
      return new SharingOperations.CostLimit(index, limit, gate);
    }
    if (step instanceof Sharing.PaymentLimit limit) {
      poolPaid = limit.accumulator();
      return new PoolOperations.PaymentLimit(index, limit, poolOperation.orElseThrow());
    }
    PoolOperations.Bands bands = new PoolOperations.Bands(index, (Sharing.Bands) step);
    poolOperation = Optional.of(bands);
    return bands;
  }

  private Operation layer(int index, Layer step) {
    int at = layers.size() + shift();
    if (step instanceof Layer.LargeSum large) {
      return new LayerOperations.LargeSum(index, at, large, pool.isPresent());
    }
    if (step instanceof Layer.CriticalIllness critical) {
      return new LayerOperations.CriticalIllness(index, at, critical);
    }
    if (step instanceof Layer.Supplement supplement) {
      return new LayerOperations.Supplement(index, at, supplement);
    }
    return new LayerOperations.MedicalAid(index, at, (Layer.MedicalAid) step);
  }

  private Operation paying(int index, Paying step, boolean accountBefore) {
    if (step instanceof Paying.OverallCap cap) {
      return new PayingOperations.OverallCap(index, cap, layerPayers(), paidAccumulators());
    }
    if (step instanceof Paying.AccountFirst first) {
      return new PayingOperations.AccountFirst(index, first);
    }
    if (step instanceof Paying.Account account) {
      return new PayingOperations.Account(index, account);
    }
    if (step instanceof Paying.FamilyAccount family) {
      return new PayingOperations.FamilyAccount(index, family, !accountBefore);
    }
    return new PayingOperations.Cash(index);
  }

  private int[] paidAccumulators() {
    int[] paid = new int[layers.size() + shift()];
    if (pool.isPresent()) {
      paid[0] = poolPaid;
    }
    int at = shift();
    for (Operation operation : operations) {
      if (operation instanceof LayerOperations.Paid layer) {
        paid[at++] = layer.limitAccumulator;
      }
    }
    return paid;
  }
}
