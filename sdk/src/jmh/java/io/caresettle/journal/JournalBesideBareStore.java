package io.caresettle.journal;

import com.sun.management.OperatingSystemMXBean;
import io.caresettle.protocol.keys.EncryptionPair;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import io.caresettle.split.BillId;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Appends to a journal, beside bare commits of the same bytes to the same store, in turns.
 *
 * <p>Bare is what anybody would write who only wants the bytes to be durable: one table of a number
 * and a block, and one row. One by one, each row is a commit of its own, whoever else waits; in
 * groups, what waits goes into one commit, as in the journal. The journal seals, chains and indexes
 * beside it. All go on for so long, turn by turn, so that what else the machine does meets all; the
 * ratios are of the medians of the turns.
 *
 * <pre>
 * mvn -Pbench verify -pl sdk -am -DskipTests -Dbench.main=io.caresettle.journal.JournalBesideBareStore
 * </pre>
 *
 * <p>{@code millis turns [jdbc:postgresql:…]}: how long a turn is, how many of each, and a database
 * to compare in as well.
 */
public final class JournalBesideBareStore {

  private static final String INSTITUTION = "TEST00000001";

  /** As long as a settlement's record usually is. */
  private static final String BODY = "body: " + "x".repeat(500);

  private static final AtomicLong NUMBER = new AtomicLong();

  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final int millis;
  private final int turns;

  /** Microseconds of processor time that each of the last turn cost. */
  private long spentMicros;

  private JournalBesideBareStore(int millis, int turns) {
    this.millis = millis;
    this.turns = turns;
  }

  /** Measures one thing for one turn. */
  private interface Keeps {
    void keep(long number);
  }

  public static void main(String... args) throws SQLException, IOException {
    int millis = args.length > 0 ? Integer.parseInt(args[0]) : 2000;
    int turns = args.length > 1 ? Integer.parseInt(args[1]) : 7;
    JournalBesideBareStore run = new JournalBesideBareStore(millis, turns);
    Path folder = Files.createTempDirectory("caresettle-beside-");
    run.beside(
        "SQLite",
        JournalPlace.file(folder.resolve("journal.db")),
        "jdbc:sqlite:" + folder.resolve("bare.db"));
    if (args.length > 2) {
      run.beside("PostgreSQL", JournalPlace.named(args[2]), args[2]);
    }
  }

  private void beside(String name, JournalPlace place, String url) throws SQLException {
    JournalKeys keys = JournalKeys.of(pair(), List.of(), Optional.of(pair().publicKey()));
    try (Journal journal =
            place.open(INSTITUTION, 1, keys, Clock.systemUTC(), new SecureRandom(), e -> {});
        BareStore bare = BareStore.open(url)) {
      for (int writers : new int[] {1, 16, 256}) {
        Keeps alone = number -> bare.keepAlone(BODY);
        Keeps kept = number -> bare.keep(BODY);
        Keeps journalled =
            number ->
                journal.append(
                    List.of(
                        new Draft(
                            new BillId(INSTITUTION, "B" + number), RecordType.QUOTED, "", BODY)));
        turn(writers, alone);
        turn(writers, kept);
        turn(writers, journalled);
        long[] alones = new long[turns];
        long[] bares = new long[turns];
        long[] journals = new long[turns];
        for (int i = 0; i < turns; i++) {
          alones[i] = turn(writers, alone);
          bares[i] = turn(writers, kept);
          journals[i] = turn(writers, journalled);
        }
        System.out.println("processor time of the last, a record: " + spentMicros + " us");
        print(name, writers, alones, bares, journals);
      }
    }
  }

  private static EncryptionPair pair() {
    return new EncryptionPair(Sm2PrivateKey.generate(new SecureRandom()));
  }

  private static void print(
      String name, int writers, long[] alones, long[] bares, long[] journals) {
    System.out.println(
        String.format(
            Locale.ROOT,
            "%s %d: journal %s, bare one by one %s: %s times, bare in groups %s: %s times",
            name,
            writers,
            text(journals),
            text(alones),
            times(journals, alones),
            text(bares),
            times(journals, bares)));
  }

  private static long median(long[] rates) {
    Arrays.sort(rates);
    return rates[rates.length / 2];
  }

  private static String text(long[] rates) {
    return median(rates) + "/s (" + rates[0] + ".." + rates[rates.length - 1] + ")";
  }

  private static String times(long[] rates, long[] beside) {
    long hundredths = median(rates) * 100 / Math.max(1, median(beside));
    return String.format(Locale.ROOT, "%d.%02d", hundredths / 100, hundredths % 100);
  }

  /** How many are kept in a second. */
  private long turn(int writers, Keeps keeps) {
    AtomicLong kept = new AtomicLong();
    long spent = MACHINE.getProcessCpuTime();
    long begun = System.nanoTime();
    long end = begun + TimeUnit.MILLISECONDS.toNanos(millis);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < writers; i++) {
      Thread thread =
          new Thread(
              () -> {
                while (System.nanoTime() - end < 0) {
                  keeps.keep(NUMBER.incrementAndGet());
                  kept.incrementAndGet();
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    spentMicros = (MACHINE.getProcessCpuTime() - spent) / 1000 / Math.max(1, kept.get());
    return kept.get() * 1_000_000_000L / (System.nanoTime() - begun);
  }

  /** One table, one thread that commits what waits, and nothing else. */
  private static final class BareStore implements AutoCloseable {

    private static final JournalWriter.Guard NONE =
        new JournalWriter.Guard() {
          @Override
          public void begin(Connection connection, boolean writes) throws SQLException {
            try (Statement statement = connection.createStatement()) {
              statement.execute("BEGIN");
            }
          }

          @Override
          public void committed() {}

          @Override
          public void rolledBack() {}

          @Override
          public void claim(Connection connection, SortedSet<String> bills) {}

          @Override
          public boolean again(SQLException failure, int tries) {
            return false;
          }
        };

    private final JournalWriter writer;
    private final PreparedStatement insert;

    private BareStore(Connection connection) throws SQLException {
      this.writer = new JournalWriter(connection, NONE, "bare");
      this.insert = connection.prepareStatement("INSERT INTO bare (bytes) VALUES (?)");
    }

    static BareStore open(String url) throws SQLException {
      Connection connection =
          url.startsWith("jdbc:sqlite:")
              ? JournalFile.connect(Path.of(url.substring("jdbc:sqlite:".length())))
              : DriverManager.getConnection(url);
      try (Statement statement = connection.createStatement()) {
        statement.execute("DROP TABLE IF EXISTS bare");
        statement.execute(
            url.startsWith("jdbc:sqlite:")
                ? "CREATE TABLE bare (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL)"
                : "CREATE TABLE bare (number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                    + " bytes BYTEA NOT NULL)");
      }
      return new BareStore(connection);
    }

    void keep(String body) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      long unused =
          writer.<Long>write(
              connection -> {
                insert.setBytes(1, bytes);
                return (long) insert.executeUpdate();
              });
    }

    /** One row, one commit, whoever else waits; the writer of groups rests meanwhile. */
    synchronized void keepAlone(String body) {
      try {
        insert.setBytes(1, body.getBytes(StandardCharsets.UTF_8));
        int unused = insert.executeUpdate();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      writer.close();
    }
  }
}
