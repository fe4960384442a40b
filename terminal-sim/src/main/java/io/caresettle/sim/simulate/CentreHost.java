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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The real centre's desk, on a machine that restarts, and that once in a while lost an hour. */
final class CentreHost implements AutoCloseable {

  private static final Duration BACKUP = Duration.ofMinutes(10);

  /** A settlement in the centre's books. */
  record Settlement(String id, String institution, String message, String bill, boolean stands) {}

  private static final class Shared {
    static final CentreSettings SETTINGS =
        CentreSettings.simulated(Path.of("centre.db"), LawBook.shipped());
  }

  private final World world;
  private final Path folder;
  private final Path file;
  private final Dice references;
  private Optional<CentreDesk> desk = Optional.empty();
  private Optional<Instant> lostFrom = Optional.empty();
  private Instant restoredAt = Instant.MIN;

  CentreHost(World world) {
    this.world = world;
    this.references = world.dice("references");
    try {
      folder = Files.createTempDirectory("caresettle-seed-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    file = folder.resolve("centre.db");
    open();
    planRestarts();
  }

  private void planRestarts() {
    Dice dice = world.dice("centre");
    for (int i = 0; i < world.weather.centreRestarts(); i++) {
      Duration at = dice.seconds(60, 2300);
      Duration down = dice.seconds(1, 120);
      plan(at, () -> restart(down));
    }
    if (world.weather.centreRestored()) {
      plan(BACKUP, this::backUp);
      plan(dice.seconds(900, 2300), this::restore);
    }
  }

  private void plan(Duration at, Runnable what) {
    var unused = world.agenda.after(at, Life.WORLD, what);
  }

  private void open() {
    CentreSettings shared = Shared.SETTINGS;
    desk =
        Optional.of(
            CentreDesk.open(
                new CentreSettings(
                    new Keeping.OnDisk(file),
                    shared.keys(),
                    shared.law(),
                    shared.codes(),
                    world.agenda,
                    references.random(),
                    Duration.ZERO,
                    shared.tls(),
                    shared.bindingLife(),
                    shared.cutOff(),
                    shared.cancellation())));
    if (world.has(Defect.NOT_FOUND_IS_FAILED)) {
      change(
          "CREATE TRIGGER IF NOT EXISTS no_tombstone AFTER INSERT ON tombstone BEGIN DELETE FROM"
              + " tombstone WHERE message = NEW.message; END");
    } else if (world.has(Defect.QUOTE_USED_TWICE)) {
      change(
          "CREATE TRIGGER IF NOT EXISTS used_again AFTER UPDATE OF used_by ON quote BEGIN UPDATE"
              + " quote SET used_by = NULL WHERE reference = NEW.reference; END");
    }
  }

  private void shut() {
    desk.ifPresent(CentreDesk::close);
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
      change("DELETE FROM message");
      change("DELETE FROM sender");
    } else if (world.has(Defect.LOST_TOMBSTONE)) {
      change("DELETE FROM tombstone");
    }
    open();
    world.chronicle.tell("centre", "is back");
  }

  private Path backup() {
    return folder.resolve("backup.db");
  }

  private void backUp() {
    boolean up = desk.isPresent();
    shut();
    copy(file, backup());
    lostFrom = Optional.of(world.agenda.instant());
    world.chronicle.tell("centre", "makes a backup");
    if (up) {
      open();
    }
  }

  private void restore() {
    boolean up = desk.isPresent();
    shut();
    copy(backup(), file);
    restoredAt = world.agenda.instant();
    world.chronicle.tell("centre", "has the books of its backup again");
    if (up) {
      open();
    }
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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

  boolean isUp() {
    return desk.isPresent();
  }

  Books books() {
    return desk.orElseThrow().books();
  }

  List<Settlement> settlements() {
    List<Settlement> all = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT id, institution, message, bill, undone_at IS NULL FROM settlement"
                    + " ORDER BY id")) {
      while (row.next()) {
        all.add(
            new Settlement(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5)));
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void change(String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    shut();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path one : files.toList()) {
        Files.delete(one);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
