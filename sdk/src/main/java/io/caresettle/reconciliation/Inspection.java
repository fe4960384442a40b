package io.caresettle.reconciliation;

import io.caresettle.evidence.ExportedDocument;
import io.caresettle.journal.Anchor;
import io.caresettle.journal.AuditHead;
import io.caresettle.journal.Journal;
import io.caresettle.problem.Misuse;
import io.caresettle.problem.RecordUnreadable;
import io.caresettle.protocol.sm.Sm3;
import io.caresettle.settlement.BookedAttempt;
import io.caresettle.settlement.DayBook;
import io.caresettle.settlement.KeptDocument;
import io.caresettle.split.BillId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A folder for whoever inspects a day (JS 63, HN 29#2): the report, each bill's signed documents,
 * where the audit chain stands, and what the centre countersigned of it. Its manifest has the SM3
 * of every file, so that one digest stands for all of it.
 */
public final class Inspection {

  /** The file that names all others. */
  public static final String MANIFEST = "manifest.sm3";

  private final Journal journal;
  private final DayBook book;
  private final Path folder;
  private final Map<String, String> digests = new TreeMap<>();

  private Inspection(Journal journal, DayBook book, Path folder) {
    this.journal = journal;
    this.book = book;
    this.folder = folder;
  }

  /**
   * Writes a folder that is not there yet.
   *
   * @return SM3 of the manifest in lower-case hex, for the act that says what was given out
   * @throws Misuse when the folder is there already, or cannot be written
   */
  public static String write(DayReport report, Journal journal, DayBook book, Path folder) {
    if (Files.exists(folder)) {
      throw new Misuse(
          "导出目录已存在 / "
              + folder
              + " is there already: name a folder that is not, for nothing"
              + " is ever mixed into an export");
    }
    try {
      Files.createDirectories(folder);
      return new Inspection(journal, book, folder).all(report);
    } catch (IOException | UncheckedIOException e) {
      throw new Misuse("导出失败 / the export cannot be written to " + folder, e);
    }
  }

  private String all(DayReport report) throws IOException {
    put("report.txt", report.text().getBytes(StandardCharsets.UTF_8));
    put("report.csv", report.csv().getBytes(StandardCharsets.UTF_8));
    for (BillId bill : bills(report)) {
      documents(bill);
    }
    chain();
    StringBuilder manifest = new StringBuilder();
    digests.forEach(
        (name, digest) -> manifest.append(digest).append("  ").append(name).append('\n'));
    byte[] bytes = manifest.toString().getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve(MANIFEST), bytes);
    return HexFormat.of().formatHex(Sm3.digest(bytes));
  }

  private static Iterable<BillId> bills(DayReport report) {
    TreeSet<BillId> bills = new TreeSet<>((a, b) -> a.number().compareTo(b.number()));
    report.bySums().stream().map(BookedAttempt::bill).forEach(bills::add);
    Stream.concat(report.details().stream(), report.carried().stream())
        .map(Difference::bill)
        .forEach(bills::add);
    return bills;
  }

  private void documents(BillId bill) throws IOException {
    List<KeptDocument> kept;
    try {
      kept = book.evidence(bill);
    } catch (RecordUnreadable e) {
      put(
          path(bill) + "UNREADABLE.txt",
          String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8));
      return;
    }
    for (KeptDocument document : kept) {
      document(path(bill) + document.position() + "-" + document.kind(), document);
    }
  }

  /** A bill's number may be a name that no folder can have. */
  private static String path(BillId bill) {
    return "bills/bill_" + bill.number() + "/";
  }

  private void document(String name, KeptDocument document) throws IOException {
    try {
      ExportedDocument whole = ExportedDocument.of(List.of(document), journal::certificates).get(0);
      put(name + ".evidence", whole.bytes());
    } catch (RecordUnreadable e) {
      // Of a centre with another protocol: the bytes as they are, and whose key it names.
      put(name + ".document", document.document().bytes());
      put(name + ".key.txt", document.keyId().getBytes(StandardCharsets.UTF_8));
    }
  }

  private void chain() throws IOException {
    put("chain/head.txt", line(journal.head()).getBytes(StandardCharsets.UTF_8));
    StringBuilder anchors = new StringBuilder();
    for (Anchor anchor : journal.anchors()) {
      String name = "chain/anchor-" + anchor.position() + ".receipt";
      anchors.append(name).append(' ').append(line(anchor.head()));
      put(name, anchor.receipt());
    }
    put("chain/anchors.txt", anchors.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String line(AuditHead head) {
    return head.epoch() + " " + head.position() + " " + head.digest() + "\n";
  }

  private void put(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    digests.put(name, HexFormat.of().formatHex(Sm3.digest(bytes)));
  }
}
