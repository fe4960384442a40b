package io.caresettle.sim.simulate;

import io.caresettle.centre.Receipt;
import io.caresettle.centre.SignedIn;
import io.caresettle.eligibility.Institution;
import io.caresettle.problem.JournalUnavailable;
import io.caresettle.settlement.Backoff;
import io.caresettle.settlement.CentreClock;
import io.caresettle.settlement.Line;
import io.caresettle.settlement.Settler;
import io.caresettle.settlement.SettlerSettings;
import io.caresettle.split.BillId;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One till with its caller, life after life: what it keeps between them is its disk's. */
final class Till {

  private static final Duration KEEP_FOR = Duration.ofMinutes(2);
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final Duration ROUND = Duration.ofSeconds(15);
  private static final Duration ROUNDS_AFTER = Duration.ofMinutes(30);

  final World world;
  final CentreHost host;
  final Institution institution;

  /** As it is configured; another stands in the journal of a copy. */
  final int askedSlot;

  final Disk disk;
  final Set<BillId> contested = new LinkedHashSet<>();
  final CallerBooks books = new CallerBooks();
  final Slips slips;
  private final int number;
  private final Port port;
  private final Dice dice;
  private Duration clockOffset = Duration.ZERO;
  private int lives;
  private int callers;
  private Life life = new Life("none");
  private Life callerLife = life;
  private @Nullable Settler settler;
  private @Nullable SimJournal journal;
  private @Nullable Caller caller;

  Till(
      World world,
      CentreHost host,
      int number,
      Institution institution,
      Disk disk,
      Function<Till, Port> speaking) {
    this.world = world;
    this.host = host;
    this.number = number;
    this.institution = institution;
    this.disk = disk;
    this.askedSlot = disk.slot();
    this.slips = new Slips(world, disk);
    this.dice = world.dice("till " + number);
    this.port = speaking.apply(this);
    for (int i = 0; i < world.weather.clockJumps(); i++) {
      Duration by =
          dice.happens(300) ? A_DAY.negated() : Duration.ofSeconds(dice.between(-7200, 7200));
      var unused = world.agenda.after(dice.seconds(0, 2400), Life.WORLD, () -> jump(by));
    }
    if (world.weather.copied()
        && number == 0
        && !world.weather.centreRestored()
        && disk.owners().isEmpty()) {
      planCopy(dice.seconds(100, 900));
    }
  }

  /** Between the backup and its return, the centre hears of the journal once. */
  private void planCopy(Duration at) {
    inTheWorld(
        at,
        () -> {
          Disk copy = disk.copy();
          world.chronicle.tell(toString(), "its disk is copied");
          inTheWorld(dice.seconds(60, 300), () -> end("to be looked after"));
          inTheWorld(dice.seconds(600, 1300), () -> restore(copy));
        });
  }

  /** What nothing that a process does calls off. */
  private void inTheWorld(Duration after, Runnable happens) {
    var unused = world.agenda.after(after, Life.WORLD, happens);
  }

  private void jump(Duration by) {
    clockOffset = clockOffset.plus(by);
    world.chronicle.tell(toString(), "its clock jumps by " + by.toSeconds() + " s");
  }

  private Clock wallClock() {
    return new ShiftedClock(world.agenda, () -> clockOffset);
  }

  void start() {
    life = new Life(this + "." + ++lives);
    world.chronicle.tell(toString(), "starts");
    Life mine = life;
    try {
      SimJournal journal =
          new SimJournal(
              disk,
              wallClock(),
              new Hazards(world, world.dice("disk of " + mine), mine, this),
              world.defect,
              institution.code());
      this.journal = journal;
      CentreClock centreClock = new CentreClock(world.agenda.turns(mine)::nanos);
      Line line = port.line(journal, mine, wallClock(), this::late);
      settler =
          Settler.waiting(
              line,
              journal,
              new SettlerSettings(
                  wallClock(),
                  centreClock,
                  KEEP_FOR,
                  WITHIN,
                  Backoff.fullJitter(
                      Duration.ofMillis(500),
                      Duration.ofMinutes(5),
                      world.dice("backoff of " + mine).random()),
                  world.agenda.turns(mine),
                  count -> {},
                  port.undo(),
                  (bill, reason) -> world.chronicle.tell(toString(), "disputes " + bill.number())));
      signIn(port.door(journal, centreClock), mine);
    } catch (ProcessEnded | JournalUnavailable e) {
      end("while it started");
    }
  }

  private void signIn(Port.Door desk, Life mine) {
    Optional<SignedIn> told = desk.ask();
    if (told.isEmpty()) {
      var unused = world.agenda.after(Duration.ofSeconds(10), mine, () -> signIn(desk, mine));
      return;
    }
    contested.addAll(desk.takeUp(told.get(), settler()));
    desk.nextDay(told.get())
        .ifPresent(wait -> world.agenda.after(wait, mine, () -> signInAgain(desk, mine)));
    if (disk.owners().isPresent()) {
      makeRounds(mine);
    }
    port.goOn(settler(), mine);
    startCaller();
  }

  /** Says to the others that it is there, and takes on what one of them left; for long enough. */
  private void makeRounds(Life mine) {
    try {
      settler().takeOver();
    } catch (JournalUnavailable e) {
      // What fails is done in the next round.
      world.chronicle.tell(toString(), "cannot take on what is left: " + e.reason());
    }
    if (world.agenda.elapsed().compareTo(world.weather.storm().plus(ROUNDS_AFTER)) < 0) {
      var unused = world.agenda.after(ROUND, mine, () -> makeRounds(mine));
    }
  }

  /** A new business day has begun. */
  private void signInAgain(Port.Door desk, Life mine) {
    if (desk.ask().isEmpty()) {
      var unused = world.agenda.after(Duration.ofSeconds(10), mine, () -> signInAgain(desk, mine));
    }
  }

  private void startCaller() {
    Life mine = new Life(life + "." + ++callers);
    callerLife = mine;
    Caller started = new Caller(this, settler(), mine, life);
    caller = started;
    started.begin();
  }

  /** The process ends here and now, and comes back after a while. */
  void end(String why) {
    if (life.isOver()) {
      return;
    }
    life.end();
    callerLife.end();
    world.chronicle.tell(toString(), "ends " + why);
    var unused = world.agenda.after(dice.seconds(1, 200), Life.WORLD, this::start);
  }

  /** Only the caller ends; what it called goes on. */
  void endCaller(String why) {
    callerLife.end();
    world.chronicle.tell(toString(), "the caller ends " + why);
    var unused = world.agenda.after(dice.seconds(1, 60), life, this::startCaller);
  }

  /** Its machine is replaced by one with an older copy of its disk. */
  void restore(Disk copy) {
    if (disk.trail().head().position() == copy.trail().head().position()
        || !copy.trail().isBehindItsLast(disk.trail())) {
      return;
    }
    end("because its machine is replaced");
    contested.addAll(disk.restore(copy));
    world.chronicle.tell(toString(), "has an older copy of its disk");
  }

  private void late(Receipt receipt) {
    world.chronicle.tell(toString(), "hears late of " + receipt.message().bill().number());
    settler().late(receipt);
    if (world.has(Defect.LATE_ANSWER_WINS) && caller != null) {
      caller.book(receipt.message().bill(), receipt.settlementId());
    }
  }

  /** Hears of a receipt before anybody does, as only a defective caller would use. */
  void answered(Receipt receipt) {
    if (world.has(Defect.SLIP_BEFORE_DURABLE)) {
      slips.print(receipt.message().bill(), receipt.settlementId());
    }
  }

  /** The centre learns that the patient is there; false while it is down. */
  boolean lookUp(Plan plan) {
    return port.lookUp(plan);
  }

  /** The one of those that keep this journal that answers for the bill and is up; else this one. */
  Till answeringFor(BillId bill) {
    return disk.owners()
        .flatMap(all -> all.of(bill))
        .flatMap(slot -> world.tills.stream().filter(one -> one.disk.slot() == slot).findFirst())
        .filter(Till::isUp)
        .orElse(this);
  }

  /** What is not at its end, here or at another till that keeps this journal. */
  List<BillId> unfinished() {
    return disk.owners().map(Owners::all).orElseGet(settler()::unfinished);
  }

  Settler settler() {
    return Optional.ofNullable(settler).orElseThrow();
  }

  SimJournal journal() {
    return Optional.ofNullable(journal).orElseThrow();
  }

  Port port() {
    return port;
  }

  boolean isUp() {
    return !life.isOver() && settler != null;
  }

  @Override
  public String toString() {
    return "T" + number;
  }
}
