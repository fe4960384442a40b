package io.caresettle.journal;

import io.caresettle.problem.JournalUnavailable;
import io.caresettle.problem.Misuse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * A copy of a journal's file, made while its terminal goes on settling. The copy is a journal that
 * is older than the centre from the next settlement on: whoever opens a terminal on it has a copy,
 * and the centre says so when it signs in.
 */
public final class Backup {

  private Backup() {}

  /**
   * Writes a copy of {@code journal} to {@code copy}, as it stands at one moment, and looks through
   * the copy.
   *
   * @return what the look found; a copy that does not hold is as bad as the journal
   * @throws Misuse when there is a file under that name
   * @throws JournalUnavailable when the journal cannot be read, or the copy not be written
   */
  public static Verification make(Path journal, Path copy) {
    JournalFile.requireThere(journal);
    if (Files.exists(copy)) {
      throw new Misuse(copy + " is there already: name a file that is not");
    }
    try {
      try (Connection connection = JournalFile.connectToRead(journal)) {
        Schema.require(connection);
        try (PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
          vacuum.setString(1, copy.toString());
          vacuum.execute();
        }
      }
      try (Connection connection = JournalFile.connectToRead(copy)) {
        return ChainCheck.of(connection, List.of());
      }
    } catch (SQLException e) {
      throw new JournalUnavailable(
          "The journal "
              + journal
              + " cannot be copied to "
              + copy
              + ": look whether both disks serve and whether there is room",
          e);
    }
  }
}
