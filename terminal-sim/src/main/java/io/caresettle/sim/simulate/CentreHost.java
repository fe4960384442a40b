package io.caresettle.sim.simulate;

import io.caresettle.protocol.Payload;
import io.caresettle.protocol.session.PeerInfo;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.sim.adjudicate.LawBook;
import io.caresettle.sim.centre.Books;
import io.caresettle.sim.centre.CentreDesk;
import io.caresettle.sim.centre.CentreSettings;
import io.caresettle.sim.centre.DeskAnswer;
import io.caresettle.sim.centre.Keeping;
import io.caresettle.sim.centre.Known;
import io.caresettle.sim.centre.SideDoor;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.sqlite.SQLiteConnection;

/** The real centre's desk, on a machine that restarts, and that once in a while loses an hour. */
final class CentreHost implements AutoCloseable {

  private static final class Shared {
    static final CentreSettings SETTINGS =
        CentreSettings.simulated(Path.of("centre.db"), LawBook.shipped());

    /** Emptied, for seeds to come: to make one is dear. */
    static final Queue<Keeping.Lasting> MEMORIES = new ConcurrentLinkedQueue<>();
  }

  private final World world;
  private final Dice references;

  /** What its disk is. */
  private Keeping keeping;

  private byte[] backup = new byte[0];
  private Optional<CentreDesk> desk = Optional.empty();
  private Optional<Instant> lostFrom = Optional.empty();
  private Instant restoredAt = Instant.MIN;

  CentreHost(World world) {
    this.world = world;
    this.references = world.dice("references");
    Keeping.Lasting before = Shared.MEMORIES.poll();
    this.keeping = before == null ? new Keeping.Lasting() : before;
    open();
    planRestarts();
  }

  private void planRestarts() {
    Dice dice = world.dice("centre");
    for (int i = 0; i < world.weather.centreRestarts(); i++) {
      Duration at = dice.seconds(60, 2300);
      Duration down =
          world.weather.centreRestarts() < Weather.MANY_RESTARTS
              ? dice.seconds(1, 120)
              : dice.millis(200, 4000);
      plan(at, () -> restart(down));
    }
    if (world.weather.centreRestored()) {
      Duration at = dice.seconds(300, 900);
      plan(at, this::backUp);
      plan(at.plus(dice.seconds(300, 3600)), this::restore);
    }
  }

  private void plan(Duration at, Runnable what) {
    var unused = world.agenda.after(at, Life.WORLD, what);
  }

  private void open() {
    start();
    if (world.has(Defect.NOT_FOUND_IS_FAILED)) {
      plant(
          "CREATE TRIGGER IF NOT EXISTS no_tombstone AFTER INSERT ON tombstone BEGIN DELETE FROM"
              + " tombstone WHERE message = NEW.message; END");
    } else if (world.has(Defect.QUOTE_USED_TWICE)) {
      plant(
          "CREATE TRIGGER IF NOT EXISTS used_again AFTER UPDATE OF used_by ON quote BEGIN UPDATE"
              + " quote SET used_by = NULL WHERE reference = NEW.reference; END");
    }
  }

  /** Its tables are there once it was open. */
  private void plant(String sql) {
    shut();
    change(sql);
    start();
  }

  private void start() {
    CentreSettings shared = Shared.SETTINGS;
    desk =
        Optional.of(
            CentreDesk.open(
                new CentreSettings(
                    keeping,
                    shared.keys(),
                    shared.law(),
                    shared.codes(),
                    world.agenda,
                    references.random(),
                    Duration.ZERO,
                    shared.tls(),
                    shared.bindingLife(),
                    cutOff(),
                    world.weather.cancellation())));
  }

  private LocalTime cutOff() {
    int minutes = world.weather.cutOff();
    return minutes == 0
        ? LocalTime.MIDNIGHT
        : LocalTime.ofInstant(Agenda.START, ZoneOffset.ofHours(8)).plusMinutes(minutes);
  }

  private void shut() {
    desk.ifPresent(
        open -> {
          if (!(keeping instanceof Keeping.Lasting)) {
            keeping = Keeping.InMemory.restored(open.snapshot());
          }
          open.close();
        });
    desk = Optional.empty();
  }

  private void restart(Duration down) {
    if (desk.isEmpty()) {
      return;
    }
    world.chronicle.tell("centre", "ends for " + down.toSeconds() + " s");
    shut();
    var unused = world.agenda.after(down, Life.WORLD, this::comeBack);
  }

  private void comeBack() {
    if (world.has(Defect.CENTRE_DEDUP_IN_MEMORY)) {
      // Nor does its book say which message made a settlement: else the book would remember.
      change("DELETE FROM message");
      change("DELETE FROM sender");
      change("UPDATE settlement SET message = message || '.'");
    } else if (world.has(Defect.LOST_TOMBSTONE)) {
      change("DELETE FROM tombstone");
    }
    open();
    world.chronicle.tell("centre", "is back");
  }

  private void backUp() {
    backup = image();
    lostFrom = Optional.of(world.agenda.instant());
    world.chronicle.tell("centre", "makes a backup");
  }

  private void restore() {
    boolean up = desk.isPresent();
    shut();
    use(backup);
    restoredAt = world.agenda.instant();
    world.chronicle.tell("centre", "has the books of its backup again");
    if (up) {
      open();
    }
  }

  /** Whether the centre forgot what happened at this time, by its own clock. */
  boolean hasLost(Instant time) {
    return lostFrom.filter(from -> !time.isBefore(from) && !time.isAfter(restoredAt)).isPresent();
  }

  /** Empty while it is down. */
  Optional<DeskAnswer> handle(PeerInfo peer, MessageType type, String id, byte[] payload) {
    return desk.map(d -> d.handle(peer, type, id, Payload.copyOf(payload)));
  }

  /** The desk that is open now, on which another port stands; empty while it is down. */
  Optional<CentreDesk> desk() {
    return desk;
  }

  boolean isUp() {
    return desk.isPresent();
  }

  Books books() {
    return desk.orElseThrow().books();
  }

  /** All that were ever made, by the institutions of these days. */
  List<Known.Settled> settlements() {
    SideDoor door = desk.orElseThrow().sideDoor();
    LocalDate first = LocalDate.ofInstant(Agenda.START, ZoneOffset.UTC);
    LocalDate last = LocalDate.ofInstant(world.agenda.instant(), ZoneOffset.UTC).plusDays(1);
    return door.together(
        () ->
            Stream.of(People.HOSPITAL, People.STATION, People.PHARMACY)
                .flatMap(one -> door.settledIn(one.code(), first, last).stream())
                .toList());
  }

  /** Tampers with what its disk holds. */
  private void change(String sql) {
    try (Connection connection = connected(image());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
      use(connection.unwrap(SQLiteConnection.class).serialize("main"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All that it holds, while it is up or down. */
  private byte[] image() {
    if (desk.isPresent()) {
      return desk.get().snapshot();
    }
    start();
    try {
      return desk.orElseThrow().snapshot();
    } finally {
      shut();
    }
  }

  /** Its disk holds something else now. */
  private void use(byte[] image) {
    giveBack();
    keeping = Keeping.InMemory.restored(image);
  }

  private void giveBack() {
    if (keeping instanceof Keeping.Lasting lasting) {
      lasting.forget();
      Shared.MEMORIES.add(lasting);
    }
  }

  private static Connection connected(byte[] image) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    connection.unwrap(SQLiteConnection.class).deserialize("main", image);
    return connection;
  }

  @Override
  public void close() {
    shut();
    giveBack();
  }
}
