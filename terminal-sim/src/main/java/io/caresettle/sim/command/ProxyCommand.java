package io.caresettle.sim.command;

import io.caresettle.console.ExitCode;
import io.caresettle.sim.proxy.Direction;
import io.caresettle.sim.proxy.Fault;
import io.caresettle.sim.proxy.FaultProxy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code proxy}: a bad line between a terminal and a centre, until its input ends. */
@Command(
    name = "proxy",
    description =
        "故障代理：按指令在指定时刻丢失、延迟、重复、乱序、拆分、限速、单向中断、重置、半开、错字节"
            + " / a line that loses, delays, doubles, swaps, splits, throttles, cuts, resets or spoils what"
            + " passes, at the moment you name",
    mixinStandardHelpOptions = true)
final class ProxyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port",
      required = true,
      paramLabel = "PORT",
      description = "本机监听端口，0 为任意空闲端口 / loopback port to listen on, 0 for a free one")
  private int port;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "PORT",
      description = "中心的本机端口 / the centre's loopback port")
  private int to;

  @Option(
      names = "--fault",
      paramLabel = "FAULT",
      description =
          "故障，如 'settle-answer#2 delay=5s'；可重复，也可在运行中逐行输入 / a fault; repeat it, or type more"
              + " while it runs, one a line")
  private List<String> faults = List.of();

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "按种子随机故障，代替 --fault / faults by this seed, instead of --fault")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--per-thousand",
      paramLabel = "N",
      defaultValue = "50",
      description = "与 --seed 同用：每千个报文有几个出错 / with --seed: of a thousand pieces, so many fail")
  private int perThousand;

  private final InputStream until;

  /** Runs until the standard input ends. */
  ProxyCommand() {
    this(System.in);
  }

  ProxyCommand(InputStream until) {
    this.until = until;
  }

  @Override
  public Integer call() {
    if (port < 0 || port > 65_535 || to < 1 || to > 65_535) {
      throw wrong("端口应为 0 至 65535 / a port is a number from 0 to 65535");
    }
    if (seed.isPresent() && !faults.isEmpty()) {
      throw wrong("--seed 与 --fault 只能用一个 / use either --seed or --fault");
    }
    InetSocketAddress centre = new InetSocketAddress(InetAddress.getLoopbackAddress(), to);
    try (FaultProxy proxy =
        seed.isPresent()
            ? FaultProxy.seeded(port, centre, seed.get(), perThousand, this::told)
            : FaultProxy.start(port, centre, this::told)) {
      faults.forEach(proxy::ask);
      say("故障代理已启动 / the proxy is running");
      say("  端口 port  " + proxy.address().getPort());
      seed.ifPresent(s -> say("  种子 seed  " + s + ", " + perThousand + "/1000"));
      obey(proxy);
      return ExitCode.GOOD;
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    } catch (UncheckedIOException e) {
      spec.commandLine().getErr().println("端口已被占用 / the port is taken: " + port);
      return ExitCode.BAD_INPUT;
    }
  }

  /** Until the input ends; what is typed meanwhile is asked for, and a mistake is only told. */
  private void obey(FaultProxy proxy) {
    try {
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(until, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          ask(proxy, line);
        }
      }
    } catch (IOException e) {
      // An input that breaks has ended.
    }
  }

  private void ask(FaultProxy proxy, String line) {
    try {
      if (seed.isPresent()) {
        throw new IllegalArgumentException("the faults come by seed / 故障按种子产生");
      }
      proxy.ask(line);
      say("已设置 armed  " + line.strip());
    } catch (IllegalArgumentException e) {
      say("不明白 not understood: " + e.getMessage());
    }
  }

  private void told(int line, Direction direction, String moment, Optional<Fault> fault) {
    String arrow = direction == Direction.TO_CENTRE ? "->" : "<-";
    say(
        String.format("  #%d %s %s", line, arrow, moment)
            + fault.map(f -> "  !! " + f.getClass().getSimpleName()).orElse(""));
  }

  private synchronized void say(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(text);
    out.flush();
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
