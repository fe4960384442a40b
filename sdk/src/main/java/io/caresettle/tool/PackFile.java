package io.caresettle.tool;

import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.MalformedPack;
import io.caresettle.policy.compiled.PolicyOrder;
import io.caresettle.policy.plan.PackId;
import io.caresettle.problem.Misuse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Files with packs in them: as their authors write them, or compiled. */
final class PackFile {

  /** How a compiled pack begins; no YAML begins so. */
  private static final byte[] MAGIC = "CSPK".getBytes(StandardCharsets.US_ASCII);

  private PackFile() {}

  /** The packs of a file or of a directory. */
  static List<CompiledPack> all(Path path) {
    return isCompiled(path) ? List.of(taken(path)) : PolicyBook.load(path).packs();
  }

  /** The one pack of a file, whichever way it is written. */
  static CompiledPack one(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new Misuse(file + ": 不是文件 found no file, expected a pack in YAML or a compiled one");
    }
    return isCompiled(file) ? taken(file) : written(file);
  }

  static CompiledPack compiled(Path file) {
    return CompiledPack.read(InputFile.bytes(file));
  }

  /** The same, for those who have nothing else to tell when it cannot be read. */
  static CompiledPack taken(Path file) {
    try {
      return compiled(file);
    } catch (MalformedPack e) {
      throw new Misuse(file + ": 不是完好的已编译政策包 found " + e.getMessage(), e);
    }
  }

  /** The pack that a file of an author holds; what it inherits from is read along with it. */
  static CompiledPack written(Path file) {
    return written(file, PolicyBook.load(file));
  }

  /** The pack that a file holds, in a book that was read from it. */
  static CompiledPack written(Path file, PolicyBook book) {
    return book.packs().stream()
        .filter(pack -> pack.id().file().equals(file.toString()))
        .findFirst()
        .orElseThrow(
            () ->
                new Misuse(
                    file
                        + ": 上级政策包，自身不适用于任何就医 found a parent that serves nobody itself, expected"
                        + " the pack of a city that inherits from it"));
  }

  /** What a city's pack was read with; an area without one above inherits nothing. */
  static void parent(Report report, PackId pack, Optional<PackId> parent) {
    if (pack.area().matches("\\d{6}") && !pack.area().equals("000000")) {
      report.put(
          "inheritsFrom",
          "上级 parent",
          parent.map(PackId::file).orElse(""),
          parent.map(PackId::file).orElse("未找到 none found"));
    }
  }

  static boolean isCompiled(Path path) {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(path)) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    } catch (IOException e) {
      throw new Misuse(path + ": 无法读取 found no file that can be read, expected a pack", e);
    }
  }

  /** What an author's directory holds: the files that a book would read. */
  static List<Path> in(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new Misuse(directory + ": 无法列出 found a directory that cannot be listed", e);
    }
  }

  /** What an order says beside what its pack does. */
  static Report order(Report report, PolicyOrder order) {
    return report
        .put("order", "应急政策令 order", order.number() + ' ' + order.zh() + ' ' + order.en())
        .put("replaces", "取代专题 replaces", order.replaces());
  }

  /** What every command says of a pack it read. */
  static Report describe(String title, CompiledPack pack) {
    return Report.of(title)
        .put("area", "统筹区 area", pack.id().area())
        .put("topic", "专题 topic", pack.id().topic())
        .put("version", "版本 version", pack.id().version())
        .put("names", "名称 names", pack.id().zh() + ' ' + pack.id().en())
        .put("from", "起 from", pack.from().toString())
        .put(
            "to",
            "止 to",
            pack.to().map(Object::toString).orElse(""),
            pack.to().map(Object::toString).orElse("未定 open"))
        .put("stillValidOn", "最近核实 last looked at", pack.stillValidOn().toString())
        .put("digest", "摘要 digest (SHA-256)", pack.digest());
  }
}
