package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.sm.KnownAnswers;
import io.caresettle.protocol.sm.Verdict;
import io.caresettle.reading.ReadingFailed;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sm verify-vectors}: every test of every file, whether this implementation agrees. */
@Command(
    name = "verify-vectors",
    description =
        "核对目录中全部测试向量 / check every test in the JSON files of a directory: algorithm,"
            + " numberOfTests, tests")
final class VerifyVectors implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DIR", description = "向量目录，含下级目录 / directory, with those below it")
  private Path directory = Path.of("");

  @Mixin private JsonOption json = new JsonOption();

  private final List<Report> failures = new ArrayList<>();
  private final List<Report> files = new ArrayList<>();
  private long passed;
  private long failed;

  @Override
  public Integer call() {
    for (Path file : list()) {
      check(file);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json.wanted()) {
      Report.of("")
          .put("files", files)
          .put("failures", failures)
          .put("passed", "", passed)
          .put("failed", "", failed)
          .print(out, true);
    } else {
      files.forEach(file -> file.print(out, false));
      failures.forEach(failure -> failure.print(out, false));
      out.println(passed + " passed, " + failed + " failed");
    }
    return failed == 0 ? ExitCode.GOOD : ExitCode.FOUND;
  }

  private List<Path> list() {
    try (Stream<Path> tree = Files.walk(directory)) {
      List<Path> found = tree.filter(file -> file.toString().endsWith(".json")).sorted().toList();
      if (!found.isEmpty()) {
        return found;
      }
    } catch (IOException | UncheckedIOException e) {
      throw none("no directory that can be listed");
    }
    throw none("no file *.json");
  }

  private Misuse none(String found) {
    return new Misuse(
        "没有测试向量 "
            + directory
            + ": found "
            + found
            + ", expected a directory of JSON files of test vectors: name it");
  }

  private void check(Path file) {
    long passedBefore = passed;
    long failedBefore = failed;
    try {
      VectorFile vectors = VectorFile.read(file);
      int position = 0;
      for (Map<String, String> test : vectors.tests()) {
        position++;
        Verdict verdict = KnownAnswers.check(vectors.algorithm(), test);
        if (verdict.passed()) {
          passed++;
        } else {
          fail(file, "test " + test.getOrDefault("tcId", "number " + position), verdict.found());
        }
      }
      if (vectors.numberOfTests() != position) {
        fail(
            file,
            "numberOfTests",
            "found " + position + " tests, expected " + vectors.numberOfTests());
      } else if (position == 0) {
        fail(file, "tests", "found none, expected at least one");
      }
    } catch (ReadingFailed e) {
      fail(file, "文件无法读取 file", String.valueOf(e.getMessage()));
    }
    files.add(
        Report.of("文件 file " + file)
            .put("file", "路径 path", file.toString())
            .put("passed", "通过 passed", passed - passedBefore)
            .put("failed", "失败 failed", failed - failedBefore));
  }

  private void fail(Path file, String place, String found) {
    failed++;
    failures.add(
        Report.of("失败 FAILED")
            .put("file", "文件 file", file.toString())
            .put("place", "位置 place", place)
            .put("found", "原因 why", found));
  }
}
