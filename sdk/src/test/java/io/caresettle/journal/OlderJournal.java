package io.caresettle.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/** A journal's file as an earlier version made it, by the scripts of that version. */
final class OlderJournal {

  private static final List<String> SCRIPTS =
      List.of("001-records.sql", "002-sealed-bodies.sql", "003-certificates.sql", "004-acts.sql");

  private OlderJournal() {}

  static void make(Path file, int version) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String script : SCRIPTS.subList(0, version)) {
        statement.executeUpdate(text(script));
      }
      if (version > 1) {
        statement.execute("DROP TABLE plain_record");
      }
      statement.execute("INSERT INTO life VALUES ('TEST00000001', 'epoch-1', 4, 0)");
      statement.execute("PRAGMA application_id = " + 0x43536a6c);
      statement.execute("PRAGMA user_version = " + version);
    }
  }

  private static String text(String script) {
    try (InputStream in =
        Objects.requireNonNull(Schema.class.getResourceAsStream(script), script)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
