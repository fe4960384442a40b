package io.caresettle.journal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;

/** Another process that wants the journal named by its argument. */
final class OpensJournal {

  private OpensJournal() {}

  public static void main(String[] args) {
    SqliteJournal.open(
            Path.of(args[0]), "TEST00000001", 8, Clock.systemUTC(), new Random(), entry -> {})
        .close();
  }
}
