package io.caresettle.sim.command;

import static io.caresettle.sim.command.ExpectedTexts.collapsed;

import io.caresettle.credential.code.CodeFinding;
import io.caresettle.credential.code.CodePictures;
import io.caresettle.problem.DeviceFault;
import io.caresettle.problem.Misuse;
import io.caresettle.sim.phone.damage.DamagedPictures;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads picture after picture and counts: read as expected, not read, or read as something else.
 */
final class CodeChecking {

  private static final Duration WARM_UP = Duration.ofSeconds(3);

  private final Duration budget;
  private final PrintWriter say;
  private int passed;
  private int failed;
  private int wrong;

  CodeChecking(Duration budget, PrintWriter say) {
    this.budget = budget;
    this.say = say;
  }

  /**
   * Lets the machine compile the reader first. A till's has run since the morning; without this the
   * first pictures would be judged by how cold this process is.
   */
  void warmUp() {
    DamagedPictures pictures = new DamagedPictures(1);
    long began = System.nanoTime();
    for (int i = 0; System.nanoTime() - began < WARM_UP.toNanos(); i++) {
      var unused = CodePictures.read(pictures.picture(i).picture(), Duration.ofMillis(300));
    }
  }

  /**
   * Reads one picture; without an expected text any will do.
   *
   * @return what it says, where it was read
   */
  Optional<String> check(String name, Path picture, Optional<String> expected) {
    long began = System.nanoTime();
    CodeFinding finding;
    try {
      finding = CodePictures.read(picture, budget);
    } catch (Misuse | DeviceFault e) {
      failed++;
      print("失败 failed", name, "-", String.valueOf(e.getMessage()), began);
      return Optional.empty();
    }
    if (!(finding instanceof CodeFinding.Read read)) {
      failed++;
      boolean seen = finding instanceof CodeFinding.Unreadable;
      print("失败 failed", name, "-", seen ? "无法识别 unreadable" : "没有码 no code", began);
      return Optional.empty();
    }
    if (expected.isPresent() && !collapsed(expected.get()).equals(collapsed(read.text()))) {
      wrong++;
      print("错误 wrong", name, read.format().name(), read.stage(), began);
      say.println("  应为 expected " + visible(expected.get()));
      say.println("  读出 read     " + visible(read.text()));
    } else {
      passed++;
      print("通过 passed", name, read.format().name(), read.stage(), began);
      if (expected.isEmpty()) {
        say.println("  " + visible(read.text()));
      }
    }
    return Optional.of(read.text());
  }

  private void print(String verdict, String name, String format, String stage, long began) {
    long millis = (System.nanoTime() - began) / 1_000_000;
    say.println(
        String.format(
            Locale.ROOT, "%s\t%s\t%s\t%s\t%d ms", verdict, visible(name), format, stage, millis));
  }

  /** Prints the closing line, and says whether all went well. */
  boolean close() {
    say.println(tally(passed, failed, wrong));
    return failed == 0 && wrong == 0;
  }

  static String tally(int passed, int failed, int wrong) {
    return passed + " passed, " + failed + " failed, " + wrong + " wrong";
  }

  /** A code may say anything, also what would move a terminal's cursor. */
  static String visible(String text) {
    StringBuilder out = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              switch (c) {
                case '\r' -> out.append("\\r");
                case '\n' -> out.append("\\n");
                default -> {
                  if (Character.isISOControl(c)) {
                    out.append(String.format(Locale.ROOT, "\\u%04x", c));
                  } else {
                    out.append((char) c);
                  }
                }
              }
            });
    return out.toString();
  }
}
