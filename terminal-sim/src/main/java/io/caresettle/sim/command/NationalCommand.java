package io.caresettle.sim.command;

import io.caresettle.centre.national.message.Unreadable;
import io.caresettle.console.ExitCode;
import io.caresettle.sim.national.Recorder;
import io.caresettle.sim.national.Stub;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code national}: keeps what passes between a program and a platform, and plays it again. */
@Command(
    name = "national",
    description = "国家接口录制与回放 / records the national interface's traffic, masked, and replays it",
    mixinStandardHelpOptions = true)
final class NationalCommand implements Runnable {

  private static final int HIGHEST = 65_535;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final InputStream until;

  /** Runs until the standard input ends. */
  NationalCommand() {
    this(System.in);
  }

  NationalCommand(InputStream until) {
    this.until = until;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "请给出子命令 record 或 replay / which one: record or replay?");
  }

  @Command(
      name = "record",
      description = "录制代理：转发并脱敏保存 / a proxy that passes traffic on and keeps it masked",
      mixinStandardHelpOptions = true)
  int record(
      @Option(
              names = "--port",
              required = true,
              paramLabel = "PORT",
              description = "本机监听端口，0 为任意 / loopback port, 0 for a free one")
          int port,
      @Option(
              names = "--to",
              required = true,
              paramLabel = "URL",
              description = "平台地址，如 http://127.0.0.1:9000 / where the platform is")
          URI to,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "FILE",
              description = "录制文件（JSON 行，追加）/ the recording, added to")
          Path out) {
    check(port);
    if (!String.valueOf(to.getScheme()).matches("https?") || to.getHost() == null) {
      throw new ParameterException(
          spec.commandLine(), "--to 应为 http(s) 地址 / --to is an http or https address");
    }
    try (Writer lines =
            Files.newBufferedWriter(
                out,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        Recorder recorder = Recorder.start(port, to, lines)) {
      say("录制已开始 recording", recorder.port());
      waitForTheEnd();
      return ExitCode.GOOD;
    } catch (IOException e) {
      return complain("录制文件不可写 / the recording cannot be written");
    } catch (UncheckedIOException e) {
      return complain("端口已被占用 / the port is taken: " + port);
    }
  }

  @Command(
      name = "replay",
      description = "回放桩：按录制应答 / a stub that answers from a recording",
      mixinStandardHelpOptions = true)
  int replay(
      @Option(
              names = "--port",
              required = true,
              paramLabel = "PORT",
              description = "本机监听端口，0 为任意 / loopback port, 0 for a free one")
          int port,
      @Option(
              names = "--in",
              required = true,
              paramLabel = "FILE",
              description = "录制文件 / the recording")
          Path in) {
    check(port);
    try (Stub stub = Stub.start(port, Files.readAllLines(in, StandardCharsets.UTF_8))) {
      say("回放已开始 replaying", stub.port());
      waitForTheEnd();
      return ExitCode.GOOD;
    } catch (IOException | Unreadable e) {
      return complain("录制文件不可读 / the recording cannot be read: " + e.getMessage());
    } catch (UncheckedIOException e) {
      return complain("端口已被占用 / the port is taken: " + port);
    }
  }

  private void check(int port) {
    if (port < 0 || port > HIGHEST) {
      throw new ParameterException(
          spec.commandLine(), "端口应为 0 至 65535 / a port is a number from 0 to 65535");
    }
  }

  private void say(String what, int port) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(what);
    out.println("  端口 port  " + port);
    out.flush();
  }

  private void waitForTheEnd() {
    try {
      int read = until.read();
      while (read >= 0) {
        read = until.read();
      }
    } catch (IOException e) {
      // An input that breaks has ended.
    }
  }

  private int complain(String what) {
    spec.commandLine().getErr().println(what);
    return ExitCode.BAD_INPUT;
  }
}
