package io.caresettle.sim.command;

import io.caresettle.console.ExitCode;
import io.caresettle.sim.phone.CodeIssuer;
import io.caresettle.sim.phone.IssuedCode;
import io.caresettle.sim.phone.PhoneScreen;
import io.caresettle.sim.phone.PhoneScreen.Theme;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code code issue}: a test code on a phone's screen. */
@Command(
    name = "issue",
    description = "生成测试码图片 / draw a test code on a phone's screen",
    mixinStandardHelpOptions = true)
final class CodeIssueCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--person",
      required = true,
      paramLabel = "NUMBER",
      description = "人员编号，如 P0000001 / the centre's person number")
  private String person = "";

  @Option(
      names = "--out",
      paramLabel = "FILE.png",
      description = "输出图片 / the picture to write; a national-like code needs none")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--national",
      paramLabel = "DIGITS|token",
      arity = "0..1",
      fallbackValue = "28",
      description =
          "仿国家医保码：位数（默认 28）或 token / like a national code, for the centre alone to open:"
              + " an even count of digits (28 where none is named), or a token")
  private Optional<String> national = Optional.empty();

  @Option(
      names = "--valid-seconds",
      defaultValue = "60",
      description = "有效秒数，默认 ${DEFAULT-VALUE} / seconds of life")
  private int validSeconds;

  @Option(names = "--dark", description = "深色屏幕 / dark mode")
  private boolean dark;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "签发时间，如 2026-11-20T01:00:00Z / when it is issued; default now")
  private Optional<Instant> at = Optional.empty();

  @Override
  public Integer call() {
    if (!person.matches("[A-Z][0-9A-Z]{0,31}")) {
      throw new ParameterException(
          spec.commandLine(),
          "人员编号应以大写字母开头，如 P0000001，不能使用身份证号 /"
              + " a person number begins with a capital letter; it is no identity number");
    }
    Theme theme = dark ? Theme.DARK : Theme.LIGHT;
    if (national.isPresent()) {
      return new NationalIssue(spec.commandLine(), CodeCommand.clock(at), theme)
          .issue(person, Duration.ofSeconds(validSeconds), national.get(), out);
    }
    Path picture =
        out.orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(), "缺少 --out=FILE.png / --out=FILE.png is missing"));
    PrintWriter say = spec.commandLine().getOut();
    IssuedCode code = issued();
    try {
      PhoneScreen.write(code, theme, picture);
    } catch (IOException e) {
      spec.commandLine().getErr().println("无法写入图片 / cannot write the picture: " + picture);
      return ExitCode.BAD_INPUT;
    }
    say.println("医保测试码已生成 / CareSettle test code issued");
    say.println("  图片 picture     " + picture);
    say.println("  密钥 key         " + code.payload().keyId());
    say.println("  生效 valid from  " + CodeCommand.TIME.format(code.payload().notBefore()));
    say.println("  失效 valid until " + CodeCommand.TIME.format(code.payload().expires()));
    say.println("  文本 text        " + code.text());
    return ExitCode.GOOD;
  }

  private IssuedCode issued() {
    try {
      return CodeIssuer.ofTheSimulation(CodeCommand.clock(at))
          .issue(person, Duration.ofSeconds(validSeconds));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(),
          "有效秒数至少为 1，时间应在 1970 至 2106 年之间 /"
              + " a code lives for at least one second, between 1970 and 2106",
          e);
    }
  }
}
