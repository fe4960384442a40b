package io.caresettle.sim.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What pictures should be read as: a table of columns parted by tabs, the first the name of a file,
 * the last its text, whatever stands between.
 *
 * <p>Lines that begin with {@code #} and empty ones are left out. In a text {@code \r} and {@code
 * \n} stand for the ends of lines; any other backslash is itself.
 */
final class ExpectedTexts {

  private ExpectedTexts() {}

  /**
   * Reads a table.
   *
   * @return file names and texts, in the order of the table
   * @throws BadTable saying line and column
   * @throws IOException when the file cannot be read
   */
  static Map<String, String> read(Path file) throws IOException {
    String[] lines = decoded(Files.readAllBytes(file)).split("\n", -1);
    Map<String, String> texts = new LinkedHashMap<>();
    for (int i = 0; i < lines.length; i++) {
      String line =
          lines[i].endsWith("\r") ? lines[i].substring(0, lines[i].length() - 1) : lines[i];
      if (!line.isBlank() && !line.startsWith("#")) {
        add(line, i + 1, texts);
      }
    }
    if (texts.isEmpty()) {
      throw new BadTable(1, 1, "没有任何一行 / there is no row in it");
    }
    return texts;
  }

  private static void add(String line, int number, Map<String, String> texts) {
    int first = line.indexOf('\t');
    int last = line.lastIndexOf('\t');
    if (first < 0) {
      throw new BadTable(
          number, line.length() + 1, "缺少制表符和文本列 / a tab and the expected text are missing");
    }
    if (first == 0) {
      throw new BadTable(number, 1, "缺少文件名 / the file's name is missing");
    }
    String text = line.substring(last + 1);
    if (text.isBlank()) {
      throw new BadTable(number, last + 2, "缺少文本 / the expected text is missing");
    }
    String name = line.substring(0, first);
    if (name.indexOf('\0') >= 0) {
      throw new BadTable(
          number, name.indexOf('\0') + 1, "文件名含有空字符 / the file's name holds a NUL character");
    }
    if (texts.put(name, text.replace("\\r", "\r").replace("\\n", "\n")) != null) {
      throw new BadTable(number, 1, "文件重复 / this file has a row already: " + name);
    }
  }

  private static String decoded(byte[] bytes) {
    CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      String text = utf8.decode(in).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      String before = new String(bytes, 0, in.position(), StandardCharsets.UTF_8);
      int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
      int column = before.length() - before.lastIndexOf('\n');
      throw new BadTable(line, column, "不是 UTF-8 / this is not UTF-8");
    }
  }

  /** What is wrong with a table, and where. */
  static final class BadTable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadTable(int line, int column, String what) {
      super(line + ":" + column + " " + what);
    }
  }

  /** A text as it is compared: white space is one blank, whatever and how much it was. */
  static String collapsed(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
