package io.caresettle.journal;

import io.caresettle.problem.JournalUnavailable;
import io.caresettle.problem.Misuse;
import io.caresettle.split.BillId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How what a journal says of people ends when its time is over: the data keys of a day are
 * destroyed, and nobody reads its bodies any more. Numbers, amounts and digests stay, in clear and
 * linked, and the sealed bytes stay, so that the audit chain still verifies.
 */
public final class Retention {

  /**
   * What was destroyed.
   *
   * @param days oldest first; none where there was nothing to destroy any more
   * @param records how many records of theirs left a note in clear
   */
  public record Destroyed(List<LocalDate> days, int records) {
    public Destroyed {
      days = List.copyOf(days);
    }
  }

  private final Connection connection;
  private final DataKeys keys;
  private final Chain chain;
  private final Function<Entry, String> note;

  private Retention(
      Connection connection, DataKeys keys, Chain chain, Function<Entry, String> note) {
    this.connection = connection;
    this.keys = keys;
    this.chain = chain;
    this.note = note;
  }

  /**
   * Destroys the data keys of all days before {@code before}, all or none.
   *
   * @param today the day in China; nothing of it or after it is destroyed
   * @param note what stays of a record in clear
   * @throws Misuse when {@code before} is after today
   * @throws JournalUnavailable when a terminal has the journal open, or a bill of such a day is not
   *     at its end or has costs that wait to be told
   * @throws io.caresettle.problem.RecordUnreadable when a record of such a day cannot be opened, so
   *     that nothing could be noted of it
   */
  public static Destroyed destroy(
      JournalPlace journal,
      JournalKeys keys,
      LocalDate before,
      LocalDate today,
      Function<Entry, String> note) {
    if (before.isAfter(today)) {
      throw new Misuse(before + " is after today, " + today + ": name a day that is over");
    }
    try (AtRest rest = AtRest.toChange(journal)) {
      rest.requireVersion();
      Connection connection = rest.connection();
      DataKeys dataKeys = new DataKeys(keys, new SecureRandom());
      dataKeys.read(connection);
      Chain chain = Chain.of(connection, Life.last(connection).orElseThrow());
      Retention retention = new Retention(connection, dataKeys, chain, note);
      Destroyed destroyed = rest.within(() -> retention.destroy(before));
      rest.forgetDeleted();
      return destroyed;
    } catch (SQLException e) {
      throw new JournalUnavailable(
          "The journal " + journal + " cannot be changed: look at the disk and the file", e);
    }
  }

  /** The same for a file. */
  public static Destroyed destroy(
      Path journal,
      JournalKeys keys,
      LocalDate before,
      LocalDate today,
      Function<Entry, String> note) {
    return destroy(JournalPlace.file(journal), keys, before, today, note);
  }

  private Destroyed destroy(LocalDate before) throws SQLException {
    Map<Long, LocalDate> days = new TreeMap<>(Wrapping.days(connection));
    Set<Long> wrapped = Wrapping.all(connection).keySet();
    days.entrySet().removeIf(e -> !e.getValue().isBefore(before) || !wrapped.contains(e.getKey()));
    requireNoneOf(
        days,
        Records.dataKeysOfUnfinished(connection),
        " are not at their end, and without these days' keys nobody could finish them: let the"
            + " terminal finish them and its caller acknowledge them first");
    requireNoneOf(
        days,
        Records.dataKeysOfWaitingCosts(connection),
        " have costs that wait to be told to the centre, and without these days' keys nobody could"
            + " tell them: let the terminal tell them first");
    int records = 0;
    for (Map.Entry<Long, LocalDate> day : days.entrySet()) {
      for (Noted each : recordsOf(day.getKey())) {
        keep(each, day.getValue());
        records++;
      }
      delete(day.getKey());
    }
    return new Destroyed(List.copyOf(new TreeSet<>(days.values())), records);
  }

  private static void requireNoneOf(Map<Long, LocalDate> days, List<Long> needed, String why) {
    Set<LocalDate> open =
        needed.stream()
            .filter(days::containsKey)
            .map(days::get)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!open.isEmpty()) {
      throw new JournalUnavailable(
          JournalUnavailable.Reason.DAYS_STILL_OPEN,
          "Bills of "
              + open.stream().map(LocalDate::toString).collect(Collectors.joining(", "))
              + why);
    }
  }

  /** What stays of one record. */
  private record Noted(long record, String text) {}

  private List<Noted> recordsOf(long dataKey) throws SQLException {
    String institution = JournalFile.owner(connection);
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT position, epoch, type, message_id, at_millis, data_key, body, bill FROM record"
                + " JOIN life ON life.number = record.life WHERE data_key = ? ORDER BY position")) {
      select.setLong(1, dataKey);
      try (ResultSet rows = select.executeQuery()) {
        List<Noted> noted = new ArrayList<>();
        while (rows.next()) {
          Entry entry = Records.row(rows).open(new BillId(institution, rows.getString(8)), keys);
          noted.add(new Noted(entry.position(), note.apply(entry)));
        }
        return noted;
      }
    }
  }

  private void keep(Noted noted, LocalDate day) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO remnant (record, day, note) VALUES (?, ?, ?) RETURNING position")) {
      insert.setLong(1, noted.record());
      insert.setString(2, day.toString());
      insert.setString(3, noted.text());
      long position = Records.only(insert);
      chain.link(
          connection, LinkedRow.remnant(position, noted.record(), day.toString(), noted.text()));
    }
  }

  private void delete(long dataKey) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM wrapping WHERE data_key = " + dataKey);
    }
  }
}
