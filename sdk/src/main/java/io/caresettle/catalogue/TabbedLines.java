package io.caresettle.catalogue;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Copies lines of columns between tabs, and holds each against its catalogue's form. */
final class TabbedLines {

  /** No line is longer; more of one is passed over and never held. */
  private static final int LONGEST = 1 << 16;

  /** A zip must not become more than this. */
  private static final long MOST = 4L << 30;

  private static final int TOLD = 1_000;

  private final String file;
  private final Optional<CatalogueFile.Columns> columns;
  private final boolean stops;
  private final List<LineFault> faults = new ArrayList<>();
  private int count;
  private long line;
  private long taken;
  private long faulty;
  private String newest = "";

  /**
   * @param stops whether the first fault ends it
   */
  TabbedLines(String file, Optional<CatalogueFile.Columns> columns, boolean stops) {
    this.file = file;
    this.columns = columns;
    this.stops = stops;
    this.count = columns.map(CatalogueFile.Columns::count).orElse(0);
  }

  /**
   * @throws UnusableCatalogue at the first fault, where that ends it, and when there is no end of
   *     it
   */
  void copy(InputStream in, OutputStream out) throws IOException {
    InputStream buffered = new BufferedInputStream(in, LONGEST);
    ByteArrayOutputStream one = new ByteArrayOutputStream();
    boolean tooLong = false;
    long read = 0;
    for (int c = buffered.read(); c >= 0; c = buffered.read()) {
      if (++read > MOST) {
        throw new UnusableCatalogue(file + ": 解压后过大 it does not come to an end");
      }
      if (c == '\n') {
        take(one.toByteArray(), tooLong, out);
        one.reset();
        tooLong = false;
      } else if (one.size() < LONGEST) {
        one.write(c);
      } else {
        tooLong = true;
      }
    }
    take(one.toByteArray(), tooLong, out);
  }

  private void take(byte[] bytes, boolean tooLong, OutputStream out) throws IOException {
    line++;
    int length =
        bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
    if (length == 0) {
      return;
    }
    Optional<LineFault> fault =
        tooLong ? Optional.of(fault(0, "行过长", "the line is too long")) : fault(bytes, length);
    if (fault.isEmpty()) {
      out.write(bytes, 0, length);
      out.write('\n');
      taken++;
    } else if (stops) {
      throw new UnusableCatalogue(fault.get());
    } else {
      faulty++;
      if (faults.size() < TOLD) {
        faults.add(fault.get());
      }
    }
  }

  private Optional<LineFault> fault(byte[] bytes, int length) {
    String text;
    try {
      text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
    } catch (CharacterCodingException e) {
      return Optional.of(fault(0, "不是 UTF-8 文本", "it is no text in UTF-8"));
    }
    String[] cells = text.split("\t", -1);
    if (count == 0) {
      // Where nobody publishes the columns, all lines have as many as the first.
      count = cells.length;
    }
    if (cells.length != count) {
      return Optional.of(
          fault(
              Math.min(cells.length, count + 1),
              "有 " + cells.length + " 列，应为 " + count + " 列",
              cells.length + " columns, expected " + count));
    }
    return columns.flatMap(known -> fault(known, cells));
  }

  private Optional<LineFault> fault(CatalogueFile.Columns known, String[] cells) {
    if (isEmpty(cells[known.name()])) {
      return Optional.of(fault(known.name() + 1, "名称为空", "the name is empty"));
    }
    String valid = cells[known.valid()].strip();
    if (!valid.equals("0") && !valid.equals("1")) {
      return Optional.of(
          fault(known.valid() + 1, "有效标志应为 0 或 1", "whether it is in force is neither 0 nor 1"));
    }
    if (isEmpty(cells[known.record()])) {
      return Optional.of(fault(known.record() + 1, "唯一记录号为空", "the record has no number"));
    }
    String version = cells[known.version()].strip();
    if (!isEmpty(version) && version.compareTo(newest) > 0) {
      newest = version;
    }
    return Optional.empty();
  }

  private static boolean isEmpty(String cell) {
    return cell.isBlank() || cell.strip().equals("null");
  }

  private LineFault fault(int column, String zh, String en) {
    return new LineFault(file, line, column, zh, en);
  }

  /** What came of it. */
  Downloaded downloaded(java.nio.file.Path place, Optional<Long> announced) {
    return new Downloaded(
        Optional.of(place),
        taken,
        faulty,
        faults,
        announced,
        newest.isEmpty() ? Optional.empty() : Optional.of(newest));
  }
}
