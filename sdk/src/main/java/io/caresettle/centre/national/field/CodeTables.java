package io.caresettle.centre.national.field;

import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import io.caresettle.reading.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Code tables by name, and which fields take which. */
public final class CodeTables {

  private static final String FILE = "/io/caresettle/centre/national/codes.yaml";

  private final Map<String, CodeTable> byName;
  private final Map<String, String> nameByField;

  private CodeTables(Map<String, CodeTable> byName, Map<String, String> nameByField) {
    this.byName = Map.copyOf(byName);
    this.nameByField = Map.copyOf(nameByField);
  }

  /** What comes with the library, read once. */
  public static CodeTables shipped() {
    return Shipped.TABLES;
  }

  /** The table of a field; empty where no source prints it. */
  public Optional<CodeTable> of(String field) {
    return Optional.ofNullable(byName.get(nameByField.getOrDefault(field, field)));
  }

  /** These with tables of a profile in place of those of the same names. */
  public CodeTables with(Map<String, CodeTable> tables) {
    Map<String, CodeTable> all = new HashMap<>(byName);
    all.putAll(tables);
    return new CodeTables(all, nameByField);
  }

  /** The tables by their names. */
  public Map<String, CodeTable> byName() {
    return byName;
  }

  private static final class Shipped {
    static final CodeTables TABLES = read();

    private static CodeTables read() {
      try (InputStream in = CodeTables.class.getResourceAsStream(FILE)) {
        if (in == null) {
          throw new IllegalStateException("The code tables of the national interface are missing");
        }
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return Reading.of("codes.yaml", text, CodeTables::bind);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static Optional<CodeTables> bind(Mapping top) {
    Map<String, String> nameByField = new HashMap<>();
    return top.required("tables")
        .mapping()
        .map(
            tables -> {
              Map<String, CodeTable> all = tables(tables, nameByField);
              return new CodeTables(all, nameByField);
            });
  }

  private static Map<String, CodeTable> tables(Mapping tables, Map<String, String> nameByField) {
    Map<String, CodeTable> all = new HashMap<>();
    tables
        .all()
        .forEach(
            (name, field) ->
                field
                    .bind(
                        table -> {
                          table
                              .optional("fields")
                              .list()
                              .forEach(f -> f.text().ifPresent(n -> nameByField.put(n, name)));
                          return table(name, table);
                        })
                    .ifPresent(table -> all.put(name, table)));
    return all;
  }

  /** A table as a file writes it: its Chinese name, its values, the form of local codes. */
  public static Optional<CodeTable> table(String name, Mapping table) {
    Map<String, String> values = new LinkedHashMap<>();
    table
        .required("values")
        .mapping()
        .ifPresent(
            codes ->
                codes
                    .all()
                    .forEach((code, text) -> text.text().ifPresent(t -> values.put(code, t))));
    Field local = table.optional("local");
    Optional<Pattern> form =
        local.present() ? local.text("a pattern", Pattern::compile) : Optional.empty();
    return table.required("zh").text().map(zh -> new CodeTable(name, zh, values, form));
  }
}
