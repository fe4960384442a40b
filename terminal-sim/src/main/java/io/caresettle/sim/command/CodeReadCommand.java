package io.caresettle.sim.command;

import io.caresettle.console.ExitCode;
import io.caresettle.credential.InsuranceCode;
import io.caresettle.credential.TestCode;
import io.caresettle.credential.code.CodeFinding;
import io.caresettle.credential.code.CodePictures;
import io.caresettle.credential.code.InsuranceCodeReader;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import io.caresettle.problem.DeviceFault;
import io.caresettle.problem.Misuse;
import io.caresettle.sim.phone.CodeIssuer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code code read}: one picture or text and what it is worth, or many pictures counted. */
@Command(
    name = "read",
    description = "读取一张图片、一段文本，或整个目录 / read a picture, a text, or all pictures of a directory",
    mixinStandardHelpOptions = true)
final class CodeReadCommand implements Callable<Integer> {

  private static final String PICTURE_NAME = ".*\\.(png|jpe?g|gif|bmp)";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE|DIR|TEXT",
      description = "图片、目录或扫码文本 / a picture, a directory or a scanned text")
  private String source = "";

  @Option(
      names = "--expect",
      paramLabel = "TSV",
      description =
          "对照表：首列文件名，末列文本，# 为注释 /"
              + " a table to check by: first column the file, last column its text, # is a comment")
  private Optional<Path> expect = Optional.empty();

  @Option(
      names = "--budget",
      paramLabel = "MS",
      defaultValue = "5000",
      description =
          "每张图片的毫秒数，默认 ${DEFAULT-VALUE}；第一步总会做完 /"
              + " milliseconds for each picture; the first attempt is always finished")
  private long budget;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "终端时间 / what the terminal's clock says; default now")
  private Optional<Instant> at = Optional.empty();

  @Override
  public Integer call() throws IOException {
    if (budget < 0) {
      throw new ParameterException(
          spec.commandLine(), "毫秒数不能为负 / a budget is not negative: " + budget);
    }
    Optional<Path> path = path();
    if (expect.isPresent()) {
      return checked(path.orElse(Path.of("")), expect.get());
    }
    if (path.isPresent() && Files.isDirectory(path.get())) {
      return listed(path.get());
    }
    return judged(path);
  }

  /** A picture if a file is there, or if what was typed can only have meant one. */
  private Optional<Path> path() {
    boolean meant = expect.isPresent() || source.toLowerCase(Locale.ROOT).matches(PICTURE_NAME);
    try {
      Path path = Path.of(source);
      return meant || Files.exists(path) ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private Integer checked(Path pictures, Path table) throws IOException {
    PrintWriter problems = spec.commandLine().getErr();
    if (!Files.isRegularFile(table)) {
      problems.println("找不到对照表 / there is no such table: " + table);
      return ExitCode.BAD_INPUT;
    }
    if (!Files.exists(pictures) || source.isEmpty()) {
      problems.println("找不到图片或目录 / there is no such picture or directory: " + source);
      return ExitCode.BAD_INPUT;
    }
    Map<String, String> texts;
    try {
      texts = ExpectedTexts.read(table);
    } catch (ExpectedTexts.BadTable e) {
      problems.println(table + ":" + e.getMessage());
      return ExitCode.BAD_INPUT;
    }
    return Files.isDirectory(pictures)
        ? checkedAll(pictures, texts)
        : checkedOne(pictures, texts, table);
  }

  private Integer checkedOne(Path picture, Map<String, String> texts, Path table) {
    String name = String.valueOf(picture.getFileName());
    Optional<String> text = Optional.ofNullable(texts.get(name));
    if (text.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println("对照表 " + table + " 中没有此文件 / the table has no row for " + name);
      return ExitCode.BAD_INPUT;
    }
    CodeChecking checking = checking();
    checking.check(name, picture, text);
    return checking.close() ? ExitCode.GOOD : ExitCode.FOUND;
  }

  private Integer checkedAll(Path directory, Map<String, String> texts) {
    List<String> missing =
        texts.keySet().stream()
            .filter(name -> !Files.isRegularFile(directory.resolve(name)))
            .toList();
    if (!missing.isEmpty()) {
      PrintWriter problems = spec.commandLine().getErr();
      problems.println("对照表中的文件不存在 / files of the table are missing:");
      missing.forEach(name -> problems.println("  " + directory.resolve(name)));
      return ExitCode.BAD_INPUT;
    }
    CodeChecking checking = checking();
    checking.warmUp();
    texts.forEach((name, text) -> checking.check(name, directory.resolve(name), Optional.of(text)));
    return checking.close() ? ExitCode.GOOD : ExitCode.FOUND;
  }

  private Integer listed(Path directory) throws IOException {
    List<Path> pictures;
    try (Stream<Path> files = Files.list(directory)) {
      pictures = files.filter(CodeReadCommand::isPicture).sorted().toList();
    }
    if (pictures.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println("目录中没有图片 / there is no picture (PNG, JPEG, GIF, BMP) in " + directory);
      return ExitCode.BAD_INPUT;
    }
    CodeChecking checking = checking();
    checking.warmUp();
    for (Path picture : pictures) {
      checking.check(String.valueOf(picture.getFileName()), picture, Optional.empty());
    }
    return checking.close() ? ExitCode.GOOD : ExitCode.FOUND;
  }

  private static boolean isPicture(Path file) {
    return Files.isRegularFile(file)
        && file.toString().toLowerCase(Locale.ROOT).matches(PICTURE_NAME);
  }

  private CodeChecking checking() {
    return new CodeChecking(Duration.ofMillis(budget), spec.commandLine().getOut());
  }

  private Integer judged(Optional<Path> picture) {
    Clock clock = CodeCommand.clock(at);
    InsuranceCodeReader reader =
        new InsuranceCodeReader(CodeIssuer.ofTheSimulation(clock).keys(), clock);
    PrintWriter problems = spec.commandLine().getErr();
    int exit;
    try {
      String text = picture.isPresent() ? textOn(picture.get()) : source;
      exit = judged(reader, text);
    } catch (CredentialRefused e) {
      problems.println("拒绝 refused [" + e.reason() + "] " + e.getMessage());
      exit = ExitCode.FOUND;
    } catch (Misuse | DeviceFault e) {
      problems.println("无法读取 / cannot be read: " + e.getMessage());
      return ExitCode.BAD_INPUT;
    }
    if (picture.isPresent()) {
      boolean good = exit == ExitCode.GOOD;
      spec.commandLine().getOut().println(CodeChecking.tally(good ? 1 : 0, good ? 0 : 1, 0));
    }
    return exit;
  }

  private String textOn(Path picture) {
    long began = System.nanoTime();
    CodeFinding finding = CodePictures.read(picture, Duration.ofMillis(budget));
    if (!(finding instanceof CodeFinding.Read read)) {
      throw new CredentialRefused(
          finding instanceof CodeFinding.Unreadable
              ? Reason.UNREADABLE
              : Reason.NO_CODE_IN_PICTURE);
    }
    PrintWriter say = spec.commandLine().getOut();
    say.println(
        "读出 read %s, %s, %d ms"
            .formatted(read.format(), read.stage(), (System.nanoTime() - began) / 1_000_000));
    return read.text();
  }

  private int judged(InsuranceCodeReader reader, String text) {
    PrintWriter say = spec.commandLine().getOut();
    InsuranceCode code;
    try {
      code = reader.fromText(text);
    } catch (CredentialRefused e) {
      if (e.reason() == Reason.NOT_AN_INSURANCE_CODE) {
        say.println("不是医保码 / not a medical-insurance code: " + CodeChecking.visible(text));
      }
      throw e;
    }
    if (code instanceof TestCode test) {
      say.println("医保测试码有效 / the CareSettle test code is valid");
      say.println("  密钥 key         " + test.keyId());
      say.println("  生效 valid from  " + CodeCommand.TIME.format(test.notBefore()));
      say.println("  失效 valid until " + CodeCommand.TIME.format(test.expires()));
    } else {
      say.println(
          "形式为国家医保码，真伪和时效由医保中心判断 /"
              + " it has the form of a national code; only the centre can judge it");
      say.println("  文本 text        " + code.text());
    }
    return ExitCode.GOOD;
  }
}
