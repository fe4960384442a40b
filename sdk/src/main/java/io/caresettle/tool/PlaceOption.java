package io.caresettle.tool;

import io.caresettle.journal.JournalPlace;
import picocli.CommandLine.ITypeConverter;

/** Where a journal is, on the command line: a file, or the address of a database. */
final class PlaceOption implements ITypeConverter<JournalPlace> {

  @Override
  public JournalPlace convert(String text) {
    return JournalPlace.named(text);
  }
}
