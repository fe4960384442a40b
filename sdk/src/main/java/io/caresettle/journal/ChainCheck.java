package io.caresettle.journal;

import io.caresettle.journal.Verification.Fault;
import io.caresettle.journal.Verification.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Looks through the audit chain of a journal, without any key. */
final class ChainCheck implements AutoCloseable {

  /** Thrown at the first thing that is wrong. */
  private static final class Found extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Fault fault;

    Found(Kind kind, String epoch, long link, String row) {
      super(null, null, false, false);
      this.fault = new Fault(kind, epoch, link, row);
    }
  }

  private final Connection connection;
  private final RowReader reader;
  private final List<AuditHead> signed;
  private final Map<LinkedRow.Kind, Set<Long>> seen = new EnumMap<>(LinkedRow.Kind.class);
  private final Map<Long, AuditHead> ends = new TreeMap<>();
  private final Map<String, Long> proven = new HashMap<>();
  private Optional<AuditHead> anchored = Optional.empty();
  private long links;

  private ChainCheck(Connection connection, List<AuditHead> signed) {
    this.connection = connection;
    this.reader = new RowReader(connection);
    this.signed = signed;
  }

  /**
   * Looks at everything.
   *
   * @param known signed heads that somebody keeps elsewhere, beside those in the journal
   */
  static Verification of(Connection connection, List<AuditHead> known) throws SQLException {
    List<AuditHead> signed = new ArrayList<>(known);
    Anchors.all(connection).forEach(anchor -> signed.add(anchor.head()));
    try (ChainCheck check = new ChainCheck(connection, signed)) {
      List<Life> lives = Life.all(connection);
      Optional<Fault> fault = Optional.empty();
      try {
        for (Life life : lives) {
          check.look(life, 0);
        }
        check.requireAnchorsOnTheLine(lives);
        for (LinkedRow.Kind kind : LinkedRow.Kind.values()) {
          check.requireLinked(kind);
        }
        if (!OpenBills.isTrue(connection)) {
          throw new Found(Kind.OPEN_BILLS, "", 0, "");
        }
      } catch (Found found) {
        fault = Optional.of(found.fault);
      }
      return new Verification(
          check.links,
          List.copyOf(check.ends.values()),
          check.anchored,
          check.unproven(lives),
          fault);
    }
  }

  /** Looks at the last links of these lives, for an opening that cannot wait for all. */
  static Optional<Fault> tails(Connection connection, List<Life> lives, long most)
      throws SQLException {
    try (ChainCheck check = new ChainCheck(connection, List.of())) {
      for (Life life : lives) {
        long last = Chain.of(connection, life).head().position();
        check.look(life, Math.max(0, last - most));
      }
      check.requireNothingBehind(LinkedRow.Kind.RECORD, lives);
      check.requireNothingBehind(LinkedRow.Kind.ACT, lives);
      return Optional.empty();
    } catch (Found found) {
      return Optional.of(found.fault);
    }
  }

  private void look(Life life, long from) throws SQLException, Found {
    byte[] digest = from == 0 ? Chain.nothing() : digestOf(life, from);
    long number = from;
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT number, kind, position, digest FROM link WHERE life = ? AND number > ?"
                + " ORDER BY number")) {
      select.setLong(1, life.number());
      select.setLong(2, from);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          number++;
          if (rows.getLong(1) != number) {
            throw new Found(Kind.GAP, life.epoch(), number, "");
          }
          LinkedRow row = row(life, number, rows.getString(2), rows.getLong(3));
          digest = Chain.digest(digest, row);
          if (!Arrays.equals(digest, rows.getBytes(4))) {
            throw new Found(Kind.CHANGED, life.epoch(), number, name(row.kind(), row.position()));
          }
          links++;
          compare(new AuditHead(life.epoch(), number, HexFormat.of().formatHex(digest)));
        }
      }
    }
    if (number == 0) {
      throw new Found(Kind.GAP, life.epoch(), 1, name(LinkedRow.Kind.LIFE, life.number()));
    }
    ends.put(life.number(), new AuditHead(life.epoch(), number, HexFormat.of().formatHex(digest)));
  }

  private byte[] digestOf(Life life, long number) throws SQLException, Found {
    Optional<String> digest = Chain.digestOf(connection, life.number(), number);
    if (digest.isEmpty()) {
      throw new Found(Kind.GAP, life.epoch(), number, "");
    }
    return HexFormat.of().parseHex(digest.get());
  }

  private LinkedRow row(Life life, long number, String kindName, long position)
      throws SQLException, Found {
    Optional<LinkedRow.Kind> kind =
        Arrays.stream(LinkedRow.Kind.values()).filter(k -> k.name().equals(kindName)).findFirst();
    if (kind.isEmpty()) {
      throw new Found(Kind.CHANGED, life.epoch(), number, "");
    }
    if (!seen.computeIfAbsent(kind.get(), k -> new HashSet<>()).add(position)) {
      throw new Found(Kind.INSERTED, life.epoch(), number, name(kind.get(), position));
    }
    if (kind.get() == LinkedRow.Kind.LIFE) {
      AuditHead before =
          life.previous() == 0 ? Chain.none() : ends.getOrDefault(life.previous(), Chain.none());
      return LinkedRow.life(life.number(), life.institution(), life.epoch(), before);
    }
    Optional<LinkedRow> row = reader.read(kind.get(), position);
    if (row.isEmpty()) {
      throw new Found(Kind.GAP, life.epoch(), number, name(kind.get(), position));
    }
    return row.get();
  }

  private void compare(AuditHead here) throws Found {
    for (AuditHead head : signed) {
      if (head.position() == here.position() && head.epoch().equals(here.epoch())) {
        if (!head.equals(here)) {
          throw new Found(Kind.REWRITTEN, here.epoch(), here.position(), "");
        }
        anchored = Optional.of(here);
        proven.merge(here.epoch(), here.position(), Math::max);
      }
    }
  }

  private void requireAnchorsOnTheLine(List<Life> lives) throws Found {
    for (AuditHead head : signed) {
      boolean there =
          lives.stream()
              .anyMatch(
                  life ->
                      life.epoch().equals(head.epoch())
                          && ends.getOrDefault(life.number(), Chain.none()).position()
                              >= head.position());
      if (!there) {
        throw new Found(Kind.TRUNCATED, head.epoch(), head.position(), "");
      }
    }
  }

  private void requireLinked(LinkedRow.Kind kind) throws SQLException, Found {
    Set<Long> linked = seen.getOrDefault(kind, Set.of());
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT " + kind.key() + " FROM " + kind.table())) {
      while (rows.next()) {
        if (!linked.contains(rows.getLong(1))) {
          throw new Found(Kind.INSERTED, "", 0, name(kind, rows.getLong(1)));
        }
      }
    }
  }

  /** A row behind the last one that was linked was never linked. */
  private void requireNothingBehind(LinkedRow.Kind kind, List<Life> lives)
      throws SQLException, Found {
    Set<Long> linked = seen.getOrDefault(kind, Set.of());
    String numbers =
        lives.stream().map(life -> Long.toString(life.number())).collect(Collectors.joining(", "));
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT coalesce(max(position), 0) FROM "
                    + kind.table()
                    + " WHERE life IN ("
                    + numbers
                    + ")")) {
      long last = row.next() ? row.getLong(1) : 0;
      if (last > 0 && !linked.isEmpty() && !linked.contains(last)) {
        throw new Found(Kind.INSERTED, "", 0, name(kind, last));
      }
    }
  }

  /** A life that came before a signed head of a later one is proven as a whole. */
  private long unproven(List<Life> lives) {
    Set<Long> whole = new HashSet<>();
    for (int i = lives.size() - 1; i >= 0; i--) {
      Life life = lives.get(i);
      if (whole.contains(life.number()) || proven.containsKey(life.epoch())) {
        whole.add(life.previous());
      }
    }
    long unproven = 0;
    for (Life life : lives) {
      long end = ends.getOrDefault(life.number(), Chain.none()).position();
      unproven += whole.contains(life.number()) ? 0 : end - proven.getOrDefault(life.epoch(), 0L);
    }
    return unproven;
  }

  private static String name(LinkedRow.Kind kind, long position) {
    return kind.name().toLowerCase(Locale.ROOT) + " " + position;
  }

  @Override
  public void close() throws SQLException {
    reader.close();
  }
}
