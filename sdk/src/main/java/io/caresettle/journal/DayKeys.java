package io.caresettle.journal;

import java.time.LocalDate;
import java.util.Optional;

/** The data key of each day, which is made when it is first needed. */
final class DayKeys {

  private final DataKeys dataKeys;
  private final JournalWriter writer;

  DayKeys(DataKeys dataKeys, JournalWriter writer) {
    this.dataKeys = dataKeys;
    this.writer = writer;
  }

  /** Once a day it is made, and durable before anything is sealed with it. */
  DataKeys.OfDay of(LocalDate day) {
    Optional<DataKeys.OfDay> known = dataKeys.find(day);
    if (known.isPresent()) {
      return known.get();
    }
    synchronized (dataKeys) {
      return dataKeys
          .find(day)
          .orElseGet(
              () -> {
                DataKeys.Made made = dataKeys.make(day);
                return dataKeys.kept(
                    made, writer.write(connection -> Wrapping.keep(connection, made)));
              });
    }
  }
}
