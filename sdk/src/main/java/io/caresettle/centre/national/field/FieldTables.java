package io.caresettle.centre.national.field;

import io.caresettle.centre.national.field.FieldRow.Flag;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The rows of all sources, by transaction and direction. */
public final class FieldTables {

  private static final String FILE = "/io/caresettle/centre/national/fields.tsv";

  private record Key(String transaction, Direction direction) {}

  private record Group(
      String transaction, Direction direction, String node, Edition edition, String source) {}

  private final Map<Key, List<FieldRow>> rows;

  private FieldTables(Map<Key, List<FieldRow>> rows) {
    this.rows = rows;
  }

  /** What comes with the library, read once. */
  public static FieldTables shipped() {
    return Shipped.TABLES;
  }

  /** The rows of one message, in the order of their sources; none for one that nobody describes. */
  public List<FieldRow> rows(String transaction, Direction direction) {
    return rows.getOrDefault(new Key(transaction, direction), List.of());
  }

  /**
   * Who describes a transaction, each independently of the others: two programs of one repository
   * are one source.
   */
  public Set<String> sources(String transaction) {
    Set<String> sources = new TreeSet<>();
    for (Direction direction : Direction.values()) {
      rows(transaction, direction).forEach(row -> sources.add(repository(row.source())));
    }
    return sources;
  }

  private static String repository(String source) {
    int commit = source.indexOf('@');
    return commit < 0 ? source : source.substring(0, commit);
  }

  /** Every row. */
  public List<FieldRow> all() {
    return rows.values().stream().flatMap(Collection::stream).toList();
  }

  /** The numbers of all transactions of which a field is known. */
  public Set<String> transactions() {
    Set<String> numbers = new TreeSet<>();
    rows.keySet().forEach(key -> numbers.add(key.transaction()));
    return numbers;
  }

  private static final class Shipped {
    static final FieldTables TABLES = read();

    private static FieldTables read() {
      try (InputStream in = FieldTables.class.getResourceAsStream(FILE)) {
        if (in == null) {
          throw new IllegalStateException("The field list of the national interface is missing");
        }
        return parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static FieldTables parse(BufferedReader lines) throws IOException {
    Map<Key, List<FieldRow>> rows = new HashMap<>();
    Map<String, String> sources = new HashMap<>();
    Group group = null;
    String line;
    while ((line = lines.readLine()) != null) {
      String[] cells = line.split("\t", -1);
      if (line.startsWith("#")) {
        continue;
      } else if (cells[0].equals("=")) {
        sources.put(cells[1], cells[2]);
      } else if (cells[0].equals(">")) {
        group = group(cells, sources);
      } else if (group != null) {
        FieldRow row = row(group, cells);
        rows.computeIfAbsent(
                new Key(row.transaction(), row.direction()), unused -> new ArrayList<>())
            .add(row);
      }
    }
    return new FieldTables(rows);
  }

  private static Group group(String[] cells, Map<String, String> sources) {
    return new Group(
        cells[1],
        Direction.valueOf(cells[2].toUpperCase(Locale.ROOT)),
        node(cells[3]).intern(),
        Edition.valueOf(cells[4]),
        sources.getOrDefault(cells[5], ""));
  }

  /** One source counts the input itself among the nodes. */
  private static String node(String path) {
    if (path.equals("-") || path.equals("input")) {
      return "";
    }
    return path.startsWith("input.") ? path.substring("input.".length()) : path;
  }

  private static FieldRow row(Group group, String[] cells) {
    String flags = cell(cells, 4);
    Flag flag =
        flags.contains("Y") ? Flag.REQUIRED : flags.contains("y") ? Flag.UNCLEAR : Flag.UNMARKED;
    return new FieldRow(
        group.transaction(),
        group.direction(),
        group.node(),
        group.edition(),
        cells[0].intern(),
        cell(cells, 1).intern(),
        Form.of(cell(cells, 2), cell(cells, 3)),
        flag,
        flags.contains("*"),
        !flags.contains("?"),
        group.source());
  }

  private static String cell(String[] cells, int at) {
    return at < cells.length ? cells[at] : "";
  }
}
