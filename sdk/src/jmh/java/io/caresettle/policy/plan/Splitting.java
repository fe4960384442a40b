package io.caresettle.policy.plan;

import io.caresettle.money.Payer;
import java.math.BigDecimal;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * One of eight standard bills in turn: by a plan, by code written for it, in decimals, by rules.
 */
@State(Scope.Thread)
public class Splitting {

  private static final int BILLS = 8;

  private final Plan plan = StandardBill.plan(Allocation.CUMULATIVE);
  private final Plan largest = StandardBill.plan(Allocation.LARGEST_REMAINDER);
  private final StandardBill[] bills = new StandardBill[BILLS];
  private final Sheet[] sheets = new Sheet[BILLS];
  private final Sheet[] largestSheets = new Sheet[BILLS];
  private final Decimal[] decimals = new Decimal[BILLS];
  private final StraightLine straight = new StraightLine();
  private final Working working = Working.on();
  private int next;

  /** Fills all, and compares what they come to. */
  public Splitting() {
    for (int i = 0; i < BILLS; i++) {
      bills[i] = new StandardBill(20261130L + i);
      sheets[i] = bills[i].sheet(plan);
      largestSheets[i] = bills[i].sheet(largest);
      decimals[i] = new Decimal(bills[i]);
      plan.run(sheets[i], Working.OFF);
      long cash = straight.settle(bills[i]);
      straight.mustEqual(sheets[i]);
      straight.settleChecked(bills[i]);
      straight.mustEqual(sheets[i]);
      BigDecimal yuan = decimals[i].settle();
      if (yuan.compareTo(BigDecimal.valueOf(cash, 2)) != 0) {
        throw new IllegalStateException(yuan + " beside " + cash);
      }
    }
  }

  private int next() {
    next = (next + 1) % BILLS;
    return next;
  }

  @Benchmark
  public long split() {
    Sheet sheet = sheets[next()];
    plan.run(sheet, Working.OFF);
    return sheet.paid(Payer.CASH);
  }

  @Benchmark
  public long splitAndWorking() {
    Sheet sheet = sheets[next()];
    plan.run(sheet, working);
    return sheet.paid(Payer.CASH);
  }

  @Benchmark
  public List<WorkingLine> splitAndWorkingExplained() {
    Sheet sheet = sheets[next()];
    plan.run(sheet, working);
    return plan.explain(working);
  }

  @Benchmark
  public long splitAndAllocation() {
    Sheet sheet = sheets[next()];
    plan.run(sheet, Working.OFF);
    plan.allocate(sheet);
    return sheet.linePaid(3, Payer.CASH);
  }

  @Benchmark
  public long splitAndLargestRemainder() {
    Sheet sheet = largestSheets[next()];
    largest.run(sheet, Working.OFF);
    largest.allocate(sheet);
    return sheet.linePaid(3, Payer.CASH);
  }

  @Benchmark
  public long straightLine() {
    return straight.settle(bills[next()]);
  }

  @Benchmark
  public long straightLineChecked() {
    return straight.settleChecked(bills[next()]);
  }

  @Benchmark
  public long drools() {
    return Ruled.settle(bills[next()]);
  }

  @Benchmark
  public BigDecimal decimal() {
    return decimals[next()].settle();
  }
}
