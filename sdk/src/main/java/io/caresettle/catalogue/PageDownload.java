package io.caresettle.catalogue;

import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import io.caresettle.problem.Misuse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Downloads pages, one after the other, each on the disk before the next is asked for. */
record PageDownload(Path folder, Asking asking) {

  /** The page is a number of four digits. */
  private static final int MOST_PAGES = 9_999;

  private static final int MOST_ROWS = 9_999;

  Downloaded of(CataloguePages which, Map<String, String> conditions, int size, Duration within) {
    if (size < 1 || size > MOST_ROWS) {
      throw new Misuse("A page has 1 to " + MOST_ROWS + " rows, and not " + size);
    }
    Unfinished unfinished = Unfinished.of(folder, which.transaction());
    String asked = size + " " + new TreeMap<>(conditions);
    boolean same = unfinished.get("asked").filter(asked::equals).isPresent();
    if (!same || size(unfinished.part("lines")) < number(unfinished, "bytes")) {
      unfinished.forget();
      unfinished.keep(Map.of("asked", asked, "page", "0", "bytes", "0", "rows", "0"));
    }
    boolean last = unfinished.get("last").isPresent();
    for (int page = Math.toIntExact(number(unfinished, "page")) + 1; !last; page++) {
      if (page > MOST_PAGES) {
        throw anew(unfinished, "没有最后一页 there is no last page");
      }
      last = page(unfinished, which, conditions, size, page, within);
    }
    long rows = number(unfinished, "rows");
    Optional<Long> announced = unfinished.get("announced").map(Long::parseLong);
    if (announced.isPresent() && announced.get() != rows) {
      throw anew(
          unfinished,
          "应有 " + announced.get() + " 行，收到 " + rows + " 行 rows are missing, or too many");
    }
    return new Downloaded(
        Optional.of(unfinished.done(unfinished.part("lines"), ".jsonl")),
        rows,
        0,
        List.of(),
        announced,
        Optional.empty());
  }

  /** Takes one page; whether it is the last. */
  private boolean page(
      Unfinished unfinished,
      CataloguePages which,
      Map<String, String> conditions,
      int size,
      int page,
      Duration within) {
    Node data = Node.EMPTY;
    for (Map.Entry<String, String> one : new TreeMap<>(conditions).entrySet()) {
      data = data.with(one.getKey(), one.getValue());
    }
    data = data.with("page_num", Integer.toString(page)).with("page_size", Integer.toString(size));
    Node output = asking.ask(which.transaction(), Node.EMPTY.with("data", data), within);
    List<Node> rows = Asking.rows(output, "data");
    String announced = output.text("recordCounts").filter(n -> n.matches("\\d{1,9}")).orElse("");
    if (page > 1 && !unfinished.get("announced").orElse("").equals(announced)) {
      throw anew(unfinished, "下载期间目录有变化 the catalogue changed between two pages");
    }
    StringBuilder text = new StringBuilder();
    rows.forEach(row -> text.append(MessageText.text(row)).append('\n'));
    long end =
        append(
            unfinished.part("lines"),
            number(unfinished, "bytes"),
            text.toString().getBytes(StandardCharsets.UTF_8));
    boolean last = isLast(output, rows.size(), size, page);
    unfinished.keep(
        Map.of(
            "page", Integer.toString(page),
            "bytes", Long.toString(end),
            "rows", Long.toString(number(unfinished, "rows") + rows.size()),
            "announced", announced,
            "last", last ? "true" : ""));
    return last;
  }

  private static boolean isLast(Node output, int rows, int size, int page) {
    Optional<String> said = output.text("lastPage");
    if (said.isPresent() && rows > 0) {
      return said.get().equals("true") || said.get().equals("1");
    }
    Optional<String> pages = output.text("pages").filter(n -> n.matches("\\d{1,9}"));
    return rows == 0 || pages.map(n -> page >= Integer.parseInt(n)).orElseGet(() -> rows < size);
  }

  private static long number(Unfinished unfinished, String key) {
    return unfinished.get(key).filter(n -> n.matches("\\d{1,15}")).map(Long::parseLong).orElse(0L);
  }

  private static long size(Path part) {
    try {
      return Files.isRegularFile(part) ? Files.size(part) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  private static UnusableCatalogue anew(Unfinished unfinished, String why) {
    unfinished.forget();
    return new UnusableCatalogue(why + "; 请重新下载 download it again");
  }

  /** Whatever a crash left behind the pages that are known goes. */
  private static long append(Path part, long from, byte[] bytes) {
    try (FileChannel channel =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(from);
      channel.position(from);
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        int unused = channel.write(rest);
      }
      channel.force(true);
      return from + bytes.length;
    } catch (IOException e) {
      throw new UncheckedIOException("The disk did not take a page", e);
    }
  }
}
