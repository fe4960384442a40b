package io.caresettle.journal;

import io.caresettle.problem.JournalUnavailable;
import io.caresettle.protocol.keys.EncryptionKey;
import io.caresettle.protocol.keys.EncryptionPair;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the keeper of an institution's recovery key does when a terminal's key is lost: opens the
 * journal's data keys, and wraps them for the terminal that takes the journal over.
 *
 * <p>Bodies stay sealed as they are; nobody reads one. The new terminal's private key is not
 * needed, so the keeper never sees it. Give the new terminal a slot of its own where the lost one
 * may still be running on a copy of the journal: message ids of one slot are counted in one file.
 *
 * <p>Take over the journal itself, not a copy that was made earlier. A till on a restored copy
 * reverses bills that were booked after the copy was made; where nothing else is left, somebody
 * compares it with the centre before it is opened as a till.
 */
public final class Recovery {

  /**
   * How a recovery went.
   *
   * @param opened how many data keys the new terminal can open that it could not before
   * @param stillClosed the days whose data key it cannot open: destroyed, damaged, or never wrapped
   *     for this recovery key
   */
  public record Recovered(int opened, List<LocalDate> stillClosed) {
    public Recovered {
      stillClosed = List.copyOf(stillClosed);
    }
  }

  private Recovery() {}

  /**
   * Takes {@code journal} over for {@code newTerminal}. Keys of earlier terminals no longer open
   * it; a copy made before is another file, and they open that.
   *
   * @throws JournalUnavailable when a terminal has it open, when there is no such file or it is no
   *     journal that ever lived, or when this recovery key opens nothing that is in it
   */
  public static Recovered takeOver(
      Path journal, EncryptionPair recovery, EncryptionKey newTerminal) {
    return takeOver(JournalPlace.file(journal), List.of(recovery), newTerminal, Optional.empty());
  }

  /**
   * The same for a keeper who has had several recovery keys, and knows whose terminal it is.
   *
   * @param recovery at least one pair, the newest last: with it the journal opens from now on, too
   * @param institution whose journal it must be; empty where nobody can say
   * @throws JournalUnavailable also when it is another institution's
   */
  public static Recovered takeOver(
      JournalPlace journal,
      List<EncryptionPair> recovery,
      EncryptionKey newTerminal,
      Optional<String> institution) {
    try (AtRest rest = AtRest.toChange(journal)) {
      requireLife(!rest.isEmpty(), journal);
      rest.migrate();
      Connection connection = rest.connection();
      requireLife(Schema.number(connection, "SELECT count(*) FROM life") > 0, journal);
      if (institution.isPresent()) {
        JournalFile.requireOwner(connection, institution.get());
      }
      if (!(journal instanceof JournalPlace.InDatabase)) {
        JournalFile.link(connection);
      }
      return rest.within(() -> takeOver(connection, recovery, newTerminal));
    } catch (SQLException e) {
      throw new JournalUnavailable(
          "The journal " + journal + " cannot be taken over: look at the disk and the file", e);
    }
  }

  private static void requireLife(boolean lived, JournalPlace journal) {
    if (!lived) {
      throw new JournalUnavailable(
          "The file "
              + journal
              + " is empty, and no terminal ever kept a journal in it: name the"
              + " right file");
    }
  }

  private static Recovered takeOver(
      Connection connection, List<EncryptionPair> recovery, EncryptionKey newTerminal)
      throws SQLException {
    JournalKeys.Holder terminal = new JournalKeys.Holder(JournalKeys.Role.TERMINAL, newTerminal);
    JournalKeys.Holder keeper =
        new JournalKeys.Holder(
            JournalKeys.Role.RECOVERY, recovery.get(recovery.size() - 1).publicKey());
    DataKeys keys =
        new DataKeys(new HeldKeys(List.of(terminal, keeper), recovery), new SecureRandom());
    try (Statement statement = connection.createStatement()) {
      // Whoever got past the lock on a network drive stops here.
      statement.executeUpdate("UPDATE life SET opening = opening + 1");
      keys.read(connection);
      keys.requireAnyOpenable();
      int opened = keys.shareAmongHolders(connection);
      statement.executeUpdate(
          "DELETE FROM wrapping WHERE holder = 'TERMINAL' AND key_id <> '"
              + terminal.keyId()
              + "' AND data_key IN (SELECT data_key FROM wrapping WHERE key_id = '"
              + terminal.keyId()
              + "')");
      keys.read(connection);
      return new Recovered(opened, keys.daysClosedTo(terminal.keyId()));
    }
  }
}
