package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.problem.Misuse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pack compile}: the flat form of a pack that a till loads without YAML. */
@Command(
    name = "compile",
    description =
        "编译政策包：并入上级数字，写出定长格式，并显示摘要 / resolve and compile a pack, and print its digest: the"
            + " same pack has the same bytes everywhere")
final class PackCompile implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "政策包（YAML）/ a pack as its author writes it")
  private Path file = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "PACK",
      description = "编译结果（新文件）/ the compiled pack, a new file")
  private Path out = Path.of("");

  @Mixin private JsonOption json = new JsonOption();

  @Override
  public Integer call() {
    InputFile.requireNone(out);
    if (Files.isDirectory(file)) {
      throw new Misuse(
          file + ": 是目录 found a directory, expected one file: each pack is compiled by itself");
    }
    PolicyBook book = PolicyBook.load(file);
    CompiledPack pack = PackFile.written(file, book);
    byte[] bytes = pack.bytes();
    InputFile.write(out, bytes);
    Report report = PackFile.describe("已编译 compiled", pack);
    PackFile.parent(report, pack.id(), book.parentOf(pack.id()));
    report
        .put("out", "文件 file", out.toString())
        .put("bytes", "字节 bytes", bytes.length)
        .print(spec.commandLine().getOut(), json.wanted());
    return ExitCode.GOOD;
  }
}
