package io.caresettle.sim.kill;

import io.caresettle.protocol.keys.EncryptionPair;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.sm.InsecureSecretAccess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys of a day at a till, as somebody who steals them would have to find them. */
final class KeysInUse {

  private static final Pattern PRIVATE = Pattern.compile("(\\w+)-private: ([0-9a-f]{64})");

  private KeysInUse() {}

  /** Keys of the simulator, as they lie in its jar. */
  static PartyKeys bundled(String name) {
    try (InputStream in =
        KeysInUse.class.getResourceAsStream("/centre/test-keys/" + name + ".txt")) {
      if (in == null) {
        throw new AssertionError("There are no test keys " + name);
      }
      return PartyKeys.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Both private keys of a party. */
  static void addParty(Secrets secrets, String whose, PartyKeys keys) {
    Matcher line = PRIVATE.matcher(keys.text(InsecureSecretAccess.get()));
    while (line.find()) {
      secrets.addBytes(
          whose + "'s private " + line.group(1) + " key", HexFormat.of().parseHex(line.group(2)));
    }
  }

  /** All data keys of a journal. Gives their number. */
  static int addDataKeys(Secrets secrets, Path journal, EncryptionPair pair) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + journal);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT wrapped FROM wrapping WHERE holder = 'TERMINAL'")) {
      int count = 0;
      while (rows.next()) {
        count++;
        secrets.addBytes(
            "data key " + count + " of " + journal.getFileName(),
            pair.unwrap(rows.getBytes(1)).bytes(InsecureSecretAccess.get()));
      }
      return count;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
