package io.caresettle.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * Where a journal is kept: in one file of one till, or in a database that several tills of an
 * institution share.
 */
public sealed interface JournalPlace {

  /** How the address of a database begins; everything else is a file's name. */
  String DATABASE = "jdbc:postgresql:";

  /** A file on a local disk. */
  static JournalPlace file(Path file) {
    return new InFile(file);
  }

  /**
   * A PostgreSQL database.
   *
   * @param url as JDBC has it, {@code jdbc:postgresql:…}
   * @param login what the driver wants beside it, such as user and password; where it says no
   *     password, the driver looks in the user's {@code .pgpass}
   */
  static JournalPlace database(String url, Properties login) {
    Properties copy = new Properties();
    copy.putAll(login);
    return new InDatabase(url, copy);
  }

  /**
   * As a command line or a configuration names it: a database by its address, anything else is a
   * file. A password has no place there.
   */
  static JournalPlace named(String text) {
    return text.startsWith(DATABASE) ? database(text, new Properties()) : file(Path.of(text));
  }

  /**
   * The same place, where {@code forced} hears of each write that is forced to the disk: how many
   * records share one says what a disk has to bear. It must be quick and must not throw.
   */
  default JournalPlace watched(Runnable forced) {
    return new Watched(this, forced);
  }

  /** What is wrong with it, as far as can be said before it is opened. */
  Optional<String> fault();

  /**
   * Opens the journal there for one till, and makes it if there is none; see {@link
   * SqliteJournal#open} and {@link PostgresJournal#open}.
   */
  Journal open(
      String institutionCode,
      int slot,
      JournalKeys keys,
      Clock clock,
      SecureRandom random,
      Consumer<Entry> appended);

  /**
   * A file.
   *
   * @param file on a local disk
   */
  record InFile(Path file) implements JournalPlace {

    @Override
    public Optional<String> fault() {
      Path folder = file.toAbsolutePath().getParent();
      return folder != null && Files.isDirectory(folder)
          ? Optional.empty()
          : Optional.of("there is no folder for " + file);
    }

    @Override
    public Journal open(
        String institutionCode,
        int slot,
        JournalKeys keys,
        Clock clock,
        SecureRandom random,
        Consumer<Entry> appended) {
      return SqliteJournal.open(file, institutionCode, slot, keys, clock, random, appended);
    }

    @Override
    public String toString() {
      return file.toString();
    }
  }

  /**
   * A place whose forced writes somebody counts.
   *
   * @param forced hears of each
   */
  record Watched(JournalPlace place, Runnable forced) implements JournalPlace {

    @Override
    public Optional<String> fault() {
      return place.fault();
    }

    @Override
    public Journal open(
        String institutionCode,
        int slot,
        JournalKeys keys,
        Clock clock,
        SecureRandom random,
        Consumer<Entry> appended) {
      Journal journal = place.open(institutionCode, slot, keys, clock, random, appended);
      if (journal instanceof JdbcJournal watched) {
        watched.watch(forced);
      }
      return journal;
    }

    @Override
    public String toString() {
      return place.toString();
    }
  }

  /** A database. */
  final class InDatabase implements JournalPlace {

    private final String url;
    private final Properties login;

    private InDatabase(String url, Properties login) {
      this.url = url;
      this.login = login;
    }

    String url() {
      return url;
    }

    Properties login() {
      return login;
    }

    @Override
    public Optional<String> fault() {
      return url.startsWith(DATABASE)
          ? Optional.empty()
          : Optional.of("the address of a database begins with " + DATABASE);
    }

    @Override
    public Journal open(
        String institutionCode,
        int slot,
        JournalKeys keys,
        Clock clock,
        SecureRandom random,
        Consumer<Entry> appended) {
      return PostgresJournal.open(url, login, institutionCode, slot, keys, clock, random, appended);
    }

    /** Without what stands after the question mark, for that may be a password. */
    @Override
    public String toString() {
      return url.replaceFirst("\\?.*", "");
    }
  }
}
