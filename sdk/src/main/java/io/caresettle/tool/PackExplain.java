package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.policy.author.Frame;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.problem.Misuse;
import io.caresettle.writing.sheet.PackSheet;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pack explain}: one day of an area's packs as a sheet to be ticked off. */
@Command(
    name = "explain",
    description =
        "生成核对单：某统筹区某日的计算顺序、数字、条款，供经办人员逐行核对 / a sheet of one day that a clerk can check"
            + " line by line against the texts")
final class PackExplain implements Callable<Integer> {

  /** How the sheet is written. */
  enum Format {
    HTML,
    MARKDOWN
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "AREA", description = "统筹区：六位代码或 test / the area, six digits or test")
  private String area = "";

  @Option(
      converter = DayOption.class,
      names = "--date",
      paramLabel = "DAY",
      description = "核对日期，如 2026-01-01，默认今天 / the day; default today")
  private Optional<LocalDate> date = Optional.empty();

  @Option(
      names = "--scheme",
      paramLabel = "SCHEME",
      description = "险种：employee 或 resident，默认全部 / the scheme; default all")
  private Optional<String> scheme = Optional.empty();

  @Option(
      names = "--care",
      paramLabel = "CARE",
      description =
          "就医类型，如 outpatient、pharmacy、inpatient、special-outpatient，默认全部 / the kind of care,"
              + " such as these; default all")
  private Optional<String> care = Optional.empty();

  @Option(
      names = "--pack",
      paramLabel = "PATH",
      description = "政策包文件或目录，默认随库政策包 / a pack or a directory; default: those shipped")
  private Optional<Path> path = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "html 或 markdown，默认按 --out 的文件名 / default: by the name of --out")
  private Optional<Format> format = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "核对单（新文件），默认标准输出 / the sheet, a new file; default standard output")
  private Optional<Path> out = Optional.empty();

  @Mixin private JsonOption json = new JsonOption();

  private final InstantSource clock;

  PackExplain(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    out.ifPresent(InputFile::requireNone);
    LocalDate day = date.orElseGet(() -> Times.day(clock.instant()));
    List<Frame> frames = frames(day);
    if (!frames.isEmpty()) {
      return FrameSheet.print(frames, area, day, out, spec.commandLine().getOut());
    }
    List<CompiledPack> packs = packs(day);
    PackSheet sheet = PackSheet.of(packs, day);
    Format written = format.orElseGet(this::byName);
    String text = written == Format.HTML ? sheet.html() : sheet.markdown();
    Report report =
        Report.of("已生成核对单 sheet written")
            .put("date", "日期 day", day.toString())
            .put("format", "格式 format", written.name().toLowerCase(Locale.ROOT))
            .put("packs", packs.stream().map(pack -> PackFile.describe("政策包 pack", pack)).toList());
    if (out.isPresent()) {
      InputFile.write(out.get(), text);
      report.put("out", "文件 file", out.get().toString());
      report.print(spec.commandLine().getOut(), json.wanted());
    } else if (json.wanted()) {
      report.put("sheet", "核对单 sheet", text).print(spec.commandLine().getOut(), true);
    } else {
      spec.commandLine().getOut().print(text);
      spec.commandLine().getOut().flush();
    }
    return ExitCode.GOOD;
  }

  /** What an area says that serves nobody itself; none where it does. */
  private List<Frame> frames(LocalDate day) {
    if (path.map(PackFile::isCompiled).orElse(false)) {
      return List.of();
    }
    PolicyBook book = path.map(PolicyBook::load).orElseGet(PolicyBook::shipped);
    boolean serves = book.packs().stream().anyMatch(pack -> pack.id().area().equals(area));
    return serves ? List.of() : book.frames(area, day);
  }

  private Format byName() {
    return out.map(Path::toString).filter(name -> name.matches(".*\\.html?")).isPresent()
        ? Format.HTML
        : Format.MARKDOWN;
  }

  private List<CompiledPack> packs(LocalDate day) {
    Optional<Scheme> wantedScheme = scheme.map(word -> word("--scheme", word, Scheme.class));
    Optional<CareType> wantedCare = care.map(word -> word("--care", word, CareType.class));
    List<CompiledPack> all = path.map(PackFile::all).orElseGet(() -> PolicyBook.shipped().packs());
    List<CompiledPack> found =
        all.stream()
            .filter(pack -> pack.id().area().equals(area))
            .filter(
                pack -> !day.isBefore(pack.from()) && !pack.to().map(day::isAfter).orElse(false))
            .filter(pack -> wantedScheme.map(one -> isOf(one, pack)).orElse(true))
            .filter(pack -> wantedCare.map(one -> pack.care().contains(one)).orElse(true))
            .toList();
    if (found.isEmpty() && area.equals("000000")) {
      throw new Misuse(
          "全国没有政策包 found no pack for 000000, expected a province, a city or test: the five texts"
              + " that the packs rest on hold no national text, so no pack of the nation is there");
    }
    if (found.isEmpty()) {
      throw new Misuse(
          "没有适用的政策包 found no pack for "
              + area
              + " on "
              + day
              + ", expected one of: "
              + all.stream()
                  .sorted(Comparator.comparing(pack -> !pack.id().area().equals(area)))
                  .map(
                      pack ->
                          pack.id()
                              + " from "
                              + pack.from()
                              + pack.to().map(to -> " to " + to).orElse(""))
                  .collect(Collectors.joining("; "))
              + ": name another day, area or --pack");
    }
    return found;
  }

  /** A pack about entitlement is for all schemes, and is no sheet of one. */
  private static boolean isOf(Scheme scheme, CompiledPack pack) {
    return !pack.header().isEntitlement() && scheme == pack.scheme();
  }

  private static <E extends Enum<E>> E word(String option, String word, Class<E> all) {
    for (E one : all.getEnumConstants()) {
      if (id(one).equals(word)) {
        return one;
      }
    }
    throw new Misuse(
        option
            + ": 取值有误 found "
            + word
            + ", expected one of "
            + java.util.Arrays.stream(all.getEnumConstants())
                .map(PackExplain::id)
                .collect(Collectors.joining(", ")));
  }

  private static String id(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
