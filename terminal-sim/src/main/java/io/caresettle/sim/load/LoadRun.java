package io.caresettle.sim.load;

import com.sun.management.OperatingSystemMXBean;
import io.caresettle.journal.JournalPlace;
import io.caresettle.operator.Shift;
import io.caresettle.sdk.Terminal;
import io.caresettle.settlement.Backoff;
import io.caresettle.sim.Simulator;
import io.caresettle.sim.TestOperators;
import io.caresettle.sim.centre.Hanging;
import io.caresettle.sim.centre.TestKeys;
import io.caresettle.sim.proxy.FaultProxy;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** A terminal and a centre side by side, and buyers who keep them busy. */
final class LoadRun {

  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** So many bills are bought before anything is counted. */
  private static final int WARM = 300;

  private static final Duration SETTLES_DOWN = Duration.ofMinutes(2);

  private final LoadPlan plan;
  private final LongAdder forced = new LongAdder();
  private final Clock clock =
      Clock.offset(
          Clock.system(Simulator.SHANGHAI),
          Duration.between(Clock.systemUTC().instant(), Simulator.atTen().instant()));
  private long heapBefore;
  private long settled;
  private final List<String> found = new ArrayList<>();

  LoadRun(LoadPlan plan) {
    this.plan = plan;
  }

  /** Runs all levels in {@code folder}, which is not emptied. */
  LoadResult in(Path folder) {
    try (Simulator simulator = Simulator.start(folder, clock)) {
      if (plan.faultSeed().isEmpty()) {
        return at(simulator, simulator.centre().address(), folder);
      }
      try (FaultProxy proxy =
          FaultProxy.seeded(
              0,
              simulator.centre().address(),
              plan.faultSeed().getAsLong(),
              plan.perThousand(),
              (line, direction, moment, fault) -> {})) {
        return at(simulator, proxy.address(), folder);
      }
    }
  }

  private LoadResult at(Simulator simulator, InetSocketAddress centre, Path folder) {
    JournalPlace place =
        JournalPlace.named(plan.journal().orElse(folder.resolve("load.db").toString()))
            .watched(forced::increment);
    List<Level> levels = new ArrayList<>();
    try (Terminal terminal =
        Terminal.open(
            simulator
                .pharmacy()
                .centre(
                    centre,
                    TestKeys.terminal(Simulator.PHARMACY.code()),
                    TestKeys.trust(),
                    TestKeys.centreId())
                .journal(place)
                .backoff(
                    Backoff.fullJitter(Duration.ofMillis(50), Duration.ofSeconds(2), new Random()))
                .build())) {
      Shift supervisor = terminal.takeShift(TestOperators.key("supervisor-1"));
      for (int inFlight : plan.inFlight()) {
        levels.add(level(simulator, terminal, supervisor, inFlight));
      }
      compare(simulator, terminal);
    }
    return new LoadResult(levels, found, heapBefore, heap());
  }

  private Level level(Simulator simulator, Terminal terminal, Shift supervisor, int inFlight) {
    List<Buyer> buyers = new ArrayList<>();
    for (int i = 0; i < inFlight; i++) {
      buyers.add(comes(simulator, terminal, supervisor, "L" + inFlight, i));
    }
    Tally warm = new Tally("w", Math.min(WARM, plan.bills()), end(plan.lasting()));
    run(buyers, warm);
    long forcedBefore = forced.sum();
    long cpu = MACHINE.getProcessCpuTime();
    long begun = System.nanoTime();
    Tally tally = new Tally("-", plan.bills(), end(plan.lasting()));
    run(buyers, tally);
    long wall = System.nanoTime() - begun;
    long spent = MACHINE.getProcessCpuTime() - cpu;
    buyers.forEach(Buyer::leave);
    settled += warm.settledBills() + tally.settledBills();
    found.addAll(warm.faults());
    found.addAll(tally.faults());
    return new Level(
        inFlight,
        tally.settledBills(),
        tally.notSettledBills(),
        tally.troubles(),
        TimeUnit.NANOSECONDS.toMillis(wall),
        TimeUnit.NANOSECONDS.toMillis(spent),
        forced.sum() - forcedBefore,
        tally.settleMicros(500),
        tally.settleMicros(990),
        tally.billMicros(500),
        tally.billMicros(990));
  }

  /** On a bad line somebody may have to come more than once. */
  private Buyer comes(
      Simulator simulator, Terminal terminal, Shift supervisor, String level, int at) {
    for (int tries = 0; ; tries++) {
      try {
        return Buyer.comes(
            simulator, terminal, supervisor, clock, level + (tries == 0 ? "" : "t" + tries), at);
      } catch (RuntimeException e) {
        if (plan.faultSeed().isEmpty() || tries == 50) {
          throw e;
        }
      }
    }
  }

  private static long end(Duration in) {
    return System.nanoTime() + in.toNanos();
  }

  private void run(List<Buyer> buyers, Tally tally) {
    List<Thread> threads = new ArrayList<>();
    for (Buyer buyer : buyers) {
      Thread thread = new Thread(() -> buyer.buy(tally), "buyer-" + threads.size());
      thread.setDaemon(true);
      threads.add(thread);
    }
    threads.forEach(Thread::start);
    long fifth = end(plan.lasting().dividedBy(5));
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        join(thread);
        if (heapBefore == 0 && System.nanoTime() - fifth > 0) {
          heapBefore = heap();
        }
      }
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted under load", e);
    }
  }

  /** Bytes in use once waste is collected. */
  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private void compare(Simulator simulator, Terminal terminal) {
    long end = end(SETTLES_DOWN);
    while (terminal.unfinished().stream().anyMatch(bill -> terminal.outcomeOf(bill).isEmpty())
        && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
    terminal
        .unfinished()
        .forEach(bill -> found.add(bill + " is unfinished: " + terminal.outcomeOf(bill)));
    int standing = simulator.centre().settlementsStanding();
    if (standing != settled) {
      found.add(settled + " bills were booked, and " + standing + " stand at the centre");
    }
    if (!simulator.centre().books().balance()) {
      found.add("the centre's books do not balance");
    }
    simulator.centre().hanging().stream()
        .filter(hanging -> hanging.kind() != Hanging.Kind.QUOTED_ONLY)
        .map(Hanging::line)
        .forEach(found::add);
  }
}
