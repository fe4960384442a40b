package io.caresettle.sim.whomay;

import io.caresettle.eligibility.Institution;
import io.caresettle.reading.Nearest;
import io.caresettle.sim.entitle.History;
import io.caresettle.sim.entitle.HistoryFile;
import io.caresettle.sim.entitle.UnreadableHistory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Makes a question of what was typed, or tells everything that is wrong with it at once. */
final class Asking {

  /** The person files that come along. */
  static final List<String> BUNDLED =
      List.of(
          "hainan-employee",
          "jiangsu-off-site",
          "nantong-aid",
          "nantong-flexible",
          "nantong-newborn",
          "shanghai-resident",
          "suzhou-arrears",
          "suzhou-filing-ended",
          "suzhou-made-good",
          "suzhou-two-schemes");

  private static final long MOST_BYTES = 1 << 20;

  private final List<String> faults = new ArrayList<>();
  private final Optional<Asked> asked;

  Asking(
      Designated places,
      Optional<String> person,
      Optional<String> at,
      Optional<String> uploaded,
      Optional<String> until,
      Optional<String> institution,
      Optional<String> care) {
    Optional<History> history =
        need("--person", person, "档案文件 a person file").flatMap(this::person);
    Optional<LocalDate> day =
        need("--at", at, "日期，如 2026-11-20 a day such as 2026-11-20")
            .flatMap(typed -> day("--at", typed));
    Optional<Institution> place =
        need("--institution", institution, "机构编码 an institution's code")
            .flatMap(code -> institution(places, code));
    Optional<List<Benefit>> benefits =
        care.map(this::care).orElse(Optional.of(List.of(Benefit.values())));
    Optional<LocalDate> later = uploaded.flatMap(typed -> notBefore(day, "--uploaded", typed));
    Optional<LocalDate> last = until.flatMap(typed -> notBefore(day, "--until", typed));
    this.asked =
        history.flatMap(
            who ->
                day.flatMap(
                    when ->
                        place.flatMap(
                            where ->
                                benefits.map(
                                    what ->
                                        new Asked(
                                            who,
                                            when,
                                            later.or(() -> last).orElse(when),
                                            last,
                                            where,
                                            what)))));
    later.ifPresent(
        upload ->
            last.filter(upload::isBefore)
                .ifPresent(
                    discharge ->
                        fault(
                            "--uploaded",
                            "'" + upload + "'",
                            "不早于出院日 no day before the discharge, " + discharge,
                            "请改正 mend it")));
  }

  /** The question; empty when there are faults. */
  Optional<Asked> asked() {
    return faults.isEmpty() ? asked : Optional.empty();
  }

  List<String> faults() {
    return faults;
  }

  private Optional<String> need(String option, Optional<String> typed, String expected) {
    if (typed.isEmpty()) {
      fault(option, "没有给出 nothing", expected, "请加上 " + option + " add it");
    }
    return typed;
  }

  private void fault(String where, String found, String expected, String todo) {
    faults.add(where + ": 得到 found " + found + "，应为 expected " + expected + " → " + todo);
  }

  private Optional<LocalDate> notBefore(Optional<LocalDate> first, String option, String typed) {
    Optional<LocalDate> day = day(option, typed);
    first
        .filter(at -> day.filter(at::isAfter).isPresent())
        .ifPresent(
            at ->
                fault(
                    option,
                    "'" + typed + "'",
                    "不早于就诊日 no day before the day of service, " + at,
                    "请改正 mend it"));
    return day;
  }

  private Optional<LocalDate> day(String option, String typed) {
    try {
      return Optional.of(LocalDate.parse(typed));
    } catch (DateTimeException e) {
      fault(
          option,
          "'" + typed + "'",
          "历法上存在的日期，如 2026-11-20 a day of the calendar such as 2026-11-20",
          "请改为 年-月-日 write year-month-day");
      return Optional.empty();
    }
  }

  private Optional<Institution> institution(Designated places, String code) {
    Optional<Institution> found = Optional.ofNullable(places.byCode().get(code));
    if (found.isEmpty()) {
      fault(
          "--institution",
          "'" + code + "'",
          "centre/institutions.yaml 中的编码 a code of centre/institutions.yaml",
          nearest(code, places.byCode().keySet()));
    }
    return found;
  }

  private Optional<List<Benefit>> care(String word) {
    Optional<Benefit> found = Benefit.named(word);
    if (found.isEmpty()) {
      fault(
          "--care",
          "'" + word + "'",
          "其中之一 one of " + String.join(", ", Benefit.words()),
          nearest(word, Benefit.words()));
    }
    return found.map(List::of);
  }

  private static String nearest(String typed, Collection<String> words) {
    return Nearest.to(typed, words)
        .map(near -> "是否 perhaps '" + near + "'?")
        .orElse("请选用其中之一 choose one: " + String.join(", ", words.stream().sorted().toList()));
  }

  private Optional<History> person(String typed) {
    try {
      return Optional.of(HistoryFile.read(typed, text(typed)));
    } catch (UnreadableHistory e) {
      e.faults().forEach(f -> faults.add(f + " → 请改正该行后重试 mend this line and try again"));
    } catch (CharacterCodingException e) {
      fault(typed + ":1", "不是 UTF-8 no UTF-8", "UTF-8 文本 a text in UTF-8", "请另存为 UTF-8 save it so");
    } catch (IOException | InvalidPathException e) {
      fault(
          "--person",
          "'" + typed + "'，无法读取 which cannot be read",
          "1 MiB 以内的档案文件 a person file of at most 1 MiB",
          "请检查路径，或用自带档案之一 look at the path, or take one that comes along: "
              + String.join(", ", BUNDLED));
    }
    return Optional.empty();
  }

  /** A file if there is one of this name, else a person that comes along. */
  private static String text(String typed) throws IOException {
    Path file = Path.of(typed);
    if (!Files.exists(file) && BUNDLED.contains(typed)) {
      try (InputStream in = Asking.class.getResourceAsStream("/who-may/" + typed + ".yaml")) {
        if (in == null) {
          throw new IllegalStateException("The person file is missing: " + typed);
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
      throw new IOException("no file, or too large a one");
    }
    return Files.readString(file);
  }
}
