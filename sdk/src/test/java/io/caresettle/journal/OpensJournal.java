package io.caresettle.journal;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/** Another process that wants the journal named by its argument. */
final class OpensJournal {

  private OpensJournal() {}

  public static void main(String[] args) {
    SqliteJournal.open(
            Path.of(args[0]),
            "TEST00000001",
            8,
            TestJournalKeys.standard(),
            Clock.systemUTC(),
            new SecureRandom(),
            entry -> {})
        .close();
  }
}
