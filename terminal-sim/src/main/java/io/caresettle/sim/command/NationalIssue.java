package io.caresettle.sim.command;

import io.caresettle.console.ExitCode;
import io.caresettle.sim.phone.NationalCodeIssuer;
import io.caresettle.sim.phone.PhoneScreen;
import io.caresettle.sim.phone.PhoneScreen.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** {@code code issue --national}: a code that only the simulated centre can open. */
record NationalIssue(CommandLine command, Clock clock, Theme theme) {

  int issue(String person, Duration life, String form, Optional<Path> picture) {
    NationalCodeIssuer.Issued code = issued(person, life, form);
    if (picture.isPresent()) {
      try {
        PhoneScreen.write(code, theme, picture.get());
      } catch (IOException e) {
        command.getErr().println("无法写入图片 / cannot write the picture: " + picture.get());
        return ExitCode.BAD_INPUT;
      }
    }
    command.getOut().println("仿国家医保码已生成，仅供测试 / a code like the national one, for tests only");
    picture.ifPresent(file -> command.getOut().println("  图片 picture     " + file));
    command.getOut().println("  生效 valid from  " + CodeCommand.TIME.format(code.issued()));
    command.getOut().println("  失效 valid until " + CodeCommand.TIME.format(code.expires()));
    command.getOut().println("  文本 text        " + code.text());
    return ExitCode.GOOD;
  }

  private NationalCodeIssuer.Issued issued(String person, Duration life, String form) {
    NationalCodeIssuer issuer = NationalCodeIssuer.ofTheSimulation(clock);
    try {
      return form.equals("token")
          ? issuer.token(person, life)
          : issuer.number(person, life, Integer.parseInt(form));
    } catch (NumberFormatException e) {
      throw new ParameterException(
          command, "--national 应为位数或 token / --national is a count of digits, or token", e);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, "无法生成 / cannot be issued: " + e.getMessage(), e);
    }
  }
}
