package io.caresettle.catalogue;

import io.caresettle.centre.national.message.Attachment;
import io.caresettle.centre.national.message.Node;
import io.caresettle.problem.CentreRefused;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;

/** Downloads files: 1301 and its family for the number, 9102 for the zip, then its lines. */
record FileDownload(Path folder, Asking asking, boolean stops) {

  /** The name under which catalogue files are asked for, whatever they are called. */
  private static final String ANY = "plc";

  Downloaded of(CatalogueFile which, String version, Duration within) {
    Unfinished unfinished = Unfinished.of(folder, which.transaction() + '-' + version);
    if (unfinished.get("number").isEmpty()) {
      Node data = Node.EMPTY.with("ver", version);
      Node output = asking.ask(which.transaction(), Node.EMPTY.with("data", data), within);
      Node info = output.node("fileinfo").or(() -> output.node("result")).orElse(output);
      if (info.text("file_qury_no").isEmpty()
          || info.text("data_cnt").filter(count -> count.matches("0+")).isPresent()) {
        return Downloaded.NOTHING;
      }
      begin(unfinished, info);
    }
    return rest(unfinished, which.columns(), within);
  }

  /** A file of which another answer told the number. */
  Downloaded of(String name, Node info, Optional<CatalogueFile.Columns> columns, Duration within) {
    Unfinished unfinished = Unfinished.of(folder, name);
    if (unfinished.get("number").isEmpty()) {
      begin(unfinished, info);
    }
    return rest(unfinished, columns, within);
  }

  private static void begin(Unfinished unfinished, Node info) {
    unfinished.keep(
        Map.of(
            "number", info.text("file_qury_no").orElse(""),
            "announced", info.text("data_cnt").orElse("")));
  }

  private Downloaded rest(
      Unfinished unfinished, Optional<CatalogueFile.Columns> columns, Duration within) {
    Path zip = unfinished.part("zip");
    boolean there = Files.isRegularFile(zip) && unfinished.get("zip").isPresent();
    if (!there) {
      Unfinished.write(zip, bytes(unfinished, within));
      unfinished.keep(Map.of("zip", "whole"));
    }
    Optional<Long> announced =
        unfinished.get("announced").filter(n -> n.matches("\\d{1,15}")).map(Long::parseLong);
    Path part = unfinished.part("lines");
    TabbedLines lines = new TabbedLines(String.valueOf(zip.getFileName()), columns, stops);
    try {
      unpack(zip, part, lines);
    } catch (UnusableCatalogue e) {
      // Unpacking it again would come to the same.
      unfinished.forget();
      throw e;
    }
    return lines.downloaded(unfinished.done(part, ".txt"), announced);
  }

  /** 9102. */
  private byte[] bytes(Unfinished unfinished, Duration within) {
    Node wanted =
        Node.EMPTY
            .with("file_qury_no", unfinished.get("number").orElse(""))
            .with("filename", ANY)
            .with("fixmedins_code", asking.calls().institutionCode());
    try {
      return Attachment.of(asking.ask("9102", Node.EMPTY.with("fsDownloadIn", wanted), within))
          .orElseThrow(() -> new UnusableCatalogue("9102 的答复没有文件 the answer holds no file"));
    } catch (CentreRefused e) {
      // The number may have run out: the next call asks for another.
      unfinished.forget();
      throw e;
    } catch (IllegalArgumentException e) {
      throw new UnusableCatalogue("9102 的文件无法解码 the file is in no form that is known");
    }
  }

  private static void unpack(Path zip, Path part, TabbedLines lines) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(zip));
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
      in.mark(2);
      boolean zipped = in.read() == 'P' && in.read() == 'K';
      in.reset();
      if (zipped) {
        ZipInputStream unzipping = new ZipInputStream(in);
        if (unzipping.getNextEntry() == null) {
          throw new UnusableCatalogue(zip.getFileName() + ": 压缩包为空 the zip is empty");
        }
        lines.copy(unzipping, out);
      } else {
        lines.copy(in, out);
      }
    } catch (IOException e) {
      if (e instanceof java.util.zip.ZipException || e instanceof java.io.EOFException) {
        throw new UnusableCatalogue(zip.getFileName() + ": 压缩包损坏 the zip is broken");
      }
      throw new UncheckedIOException("What was downloaded cannot be unpacked", e);
    }
  }
}
