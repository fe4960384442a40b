package io.caresettle.sim.command;

import io.caresettle.console.ExitCode;
import io.caresettle.credential.InsuranceCode;
import io.caresettle.credential.TestCode;
import io.caresettle.credential.code.InsuranceCodeReader;
import io.caresettle.credential.code.KnownTime;
import io.caresettle.credential.code.NationalCodeForm;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import io.caresettle.sim.phone.CodeIssuer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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
      description =
          "终端时间，不给则不判断有效期 / what the terminal's clock says; without it no dates are judged")
  private Optional<Instant> at = Optional.empty();

  @Override
  public Integer call() throws IOException {
    if (budget < 0) {
      throw new ParameterException(
          spec.commandLine(), "毫秒数不能为负 / a budget is not negative: " + budget);
    }
    if (source.isBlank()) {
      throw new ParameterException(
          spec.commandLine(), "请给出图片、目录或文本 / give a picture, a directory or a text");
    }
    Optional<Path> path = path();
    if (expect.isPresent()) {
      return checked(path.orElse(Path.of("")), expect.get());
    }
    if (path.isPresent() && Files.isDirectory(path.get())) {
      return listed(path.get());
    }
    return path.isPresent() ? judged(path.get()) : judged(source);
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
    if (!Files.exists(pictures)) {
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

  private Integer checkedAll(Path directory, Map<String, String> texts) throws IOException {
    long without =
        pictures(directory).stream()
            .filter(picture -> !texts.containsKey(String.valueOf(picture.getFileName())))
            .count();
    CodeChecking checking = checking();
    checking.warmUp();
    texts.forEach((name, text) -> checking.check(name, directory.resolve(name), Optional.of(text)));
    if (without > 0) {
      spec.commandLine()
          .getOut()
          .println(without + " 张图片不在对照表中，未读 / pictures have no row in the table and were not read");
    }
    return checking.close() ? ExitCode.GOOD : ExitCode.FOUND;
  }

  private static List<Path> pictures(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(CodeReadCommand::isPicture).sorted().toList();
    }
  }

  private Integer listed(Path directory) throws IOException {
    List<Path> pictures = pictures(directory);
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

  /** One picture counts as it would among others: what is read has passed, whatever it is worth. */
  private Integer judged(Path picture) {
    if (!Files.exists(picture)) {
      spec.commandLine().getErr().println("找不到图片 / there is no such picture: " + picture);
      return ExitCode.BAD_INPUT;
    }
    CodeChecking checking = checking();
    checking
        .check(String.valueOf(picture.getFileName()), picture, Optional.empty())
        .ifPresent(this::judged);
    return checking.close() ? ExitCode.GOOD : ExitCode.FOUND;
  }

  private Integer judged(String text) {
    KnownTime time = at.isPresent() ? KnownTime.of(CodeCommand.clock(at)) : KnownTime.unknown();
    CodeIssuer issuer = CodeIssuer.ofTheSimulation(CodeCommand.clock(at));
    InsuranceCodeReader reader =
        new InsuranceCodeReader(issuer.keys(), time, NationalCodeForm.USUAL);
    try {
      return judged(reader, text);
    } catch (CredentialRefused e) {
      spec.commandLine().getErr().println("拒绝 refused [" + e.reason() + "] " + e.getMessage());
      return ExitCode.FOUND;
    }
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
      say.println(
          at.isPresent()
              ? "医保测试码有效 / the CareSettle test code is valid"
              : "医保测试码为真，未判断有效期（见 --at）/"
                  + " the CareSettle test code is genuine; its dates were not judged, see --at");
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
