package io.caresettle.centre.national.flow;

import io.caresettle.centre.national.message.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Files of the day's details: lines of columns between tabs, zipped, inside a message. */
final class DayFile {

  /** A day of a big hospital is a tenth of it. */
  private static final int MOST = 32 << 20;

  /** The places of the columns in the answer's file. */
  record Row(
      String person,
      String visit,
      String settlement,
      String message,
      String result,
      boolean refund,
      Optional<String> total,
      Optional<String> funds,
      Optional<String> account) {}

  private DayFile() {}

  static byte[] zip(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      // An empty value is the word null.
      text.append(String.join("\t", row.stream().map(v -> v.isEmpty() ? "null" : v).toList()))
          .append('\n');
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("details.txt"));
      zip.write(text.toString().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot fail to be written", e);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IllegalArgumentException when it is no zip, or longer than is read
   */
  static List<Row> unzip(byte[] zipped) {
    List<Row> rows = new ArrayList<>();
    for (String line : text(zipped).lines().toList()) {
      if (!line.isBlank()) {
        rows.add(row(line.split("\t", -1)));
      }
    }
    return rows;
  }

  /** The same as text. */
  static String text(byte[] zipped) {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
      if (zip.getNextEntry() == null) {
        throw new IllegalArgumentException("The file is no zip");
      }
      byte[] text = zip.readNBytes(MOST + 1);
      if (text.length > MOST) {
        throw new IllegalArgumentException("The file is longer than is read");
      }
      return new String(text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalArgumentException("The file cannot be unpacked", e);
    }
  }

  private static Row row(String[] columns) {
    if (columns.length < 6) {
      throw new IllegalArgumentException("A line has " + columns.length + " columns, not six");
    }
    return new Row(
        value(columns, 0).orElse(""),
        value(columns, 1).orElse(""),
        value(columns, 2).orElse(""),
        value(columns, 3).orElse(""),
        value(columns, 4).orElse(""),
        value(columns, 5).filter("1"::equals).isPresent(),
        value(columns, 7),
        value(columns, 8),
        value(columns, 9));
  }

  private static Optional<String> value(String[] columns, int place) {
    return place < columns.length
        ? Optional.of(columns[place].strip()).filter(v -> !v.isEmpty() && !v.equals("null"))
        : Optional.empty();
  }

  /** The bytes as they stand in a message. */
  static Value inMessage(byte[] bytes, Unconfirmed.FileForm form) {
    if (form == Unconfirmed.FileForm.BASE64) {
      return new Value.Text(Base64.getEncoder().encodeToString(bytes));
    }
    List<Value> numbers = new ArrayList<>();
    for (byte one : bytes) {
      numbers.add(new Value.Digits(Integer.toString(one)));
    }
    return new Value.Rows(numbers);
  }
}
