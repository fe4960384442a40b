package io.caresettle.sim.command;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code code}: the virtual phone's codes, issued, damaged and read. */
@Command(
    name = "code",
    description = "出示和读取医保码 / issue and read medical-insurance codes",
    mixinStandardHelpOptions = true,
    subcommands = {CodeIssueCommand.class, CodeReadCommand.class, CodeDamageCommand.class})
public final class CodeCommand implements Runnable {

  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "请选择子命令 issue、read 或 damage / choose issue, read or damage");
  }

  static Clock clock(Optional<Instant> at) {
    return at.map(moment -> Clock.fixed(moment, ZoneOffset.UTC)).orElse(Clock.systemUTC());
  }
}
