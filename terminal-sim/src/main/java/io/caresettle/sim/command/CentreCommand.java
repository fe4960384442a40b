package io.caresettle.sim.command;

import io.caresettle.console.ExitCode;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.sim.adjudicate.CannotAdjudicate;
import io.caresettle.sim.adjudicate.LawBook;
import io.caresettle.sim.centre.CentreServer;
import io.caresettle.sim.centre.CentreSettings;
import io.caresettle.sim.centre.Hanging;
import io.caresettle.sim.centre.Noticed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code centre}: the simulated centre, until its input ends or it is interrupted. */
@Command(
    name = "centre",
    description = "启动模拟医保中心 / run the simulated centre",
    mixinStandardHelpOptions = true)
public final class CentreCommand implements Callable<Integer> {

  private static final Set<MessageType> REQUESTS =
      Set.of(
          MessageType.SIGN_IN,
          MessageType.CATALOGUE,
          MessageType.LOOK_UP,
          MessageType.TRIAL,
          MessageType.SETTLE,
          MessageType.QUERY,
          MessageType.REVERSE,
          MessageType.CANCEL,
          MessageType.DAY_TOTALS,
          MessageType.DAY_DETAILS,
          MessageType.ANCHOR_AUDIT_HEAD,
          MessageType.UPLOAD_COSTS,
          MessageType.WITHDRAW_COSTS,
          MessageType.REGISTER,
          MessageType.WITHDRAW_REGISTRATION,
          MessageType.MERGE_REGISTRATION);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port",
      required = true,
      paramLabel = "PORT",
      description = "本机端口，0 为任意空闲端口 / loopback port, 0 for a free one")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "数据目录，默认用后即弃 / where the books are kept; default: thrown away at the end")
  private Optional<Path> data = Optional.empty();

  @Mixin private CentreDays days = new CentreDays();

  @Mixin private NationalPort national = new NationalPort();

  @Option(
      names = "--lose-answers",
      split = ",",
      paramLabel = "TYPE",
      description = "丢失下一个该类请求的应答，如 settle / lose the answer to the next request of this type")
  private List<String> loseAnswers = List.of();

  @Option(
      names = "--lost",
      split = ",",
      paramLabel = "ID",
      description =
          "挂失：卡识别码，或人员编号（其全部医保码）/ reported lost: a card's identifier, or a person's number"
              + " for all codes of that person")
  private List<String> lost = List.of();

  private final InputStream until;

  /** Runs until the standard input ends. */
  public CentreCommand() {
    this(System.in);
  }

  CentreCommand(InputStream until) {
    this.until = until;
  }

  @Override
  public Integer call() {
    if (port < 0 || port > 65_535) {
      throw new ParameterException(
          spec.commandLine(), "端口应为 0 至 65535 / a port is a number from 0 to 65535");
    }
    List<MessageType> losing = loseAnswers.stream().map(this::request).toList();
    lost.stream()
        .filter(id -> LossConsole.credential(id).isEmpty())
        .findFirst()
        .ifPresent(
            id -> {
              throw new ParameterException(spec.commandLine(), LossConsole.EXPECTED + ": " + id);
            });
    try {
      Path folder = data.isPresent() ? data.get() : Files.createTempDirectory("caresettle-centre");
      try {
        Files.createDirectories(folder);
        return run(folder, losing);
      } finally {
        if (data.isEmpty()) {
          delete(folder);
        }
      }
    } catch (IOException e) {
      return complain(ExitCode.BAD_INPUT, "数据目录不可用 / the data directory cannot be used");
    }
  }

  private MessageType request(String name) {
    return REQUESTS.stream()
        .filter(type -> type.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_')))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "未知的请求类型 / no such request: "
                        + name
                        + "; sign-in, catalogue, look-up, trial, settle, query, reverse, cancel,"
                        + " day-totals, day-details, anchor-audit-head, upload-costs,"
                        + " withdraw-costs, register, withdraw-registration,"
                        + " merge-registration"));
  }

  private int run(Path folder, List<MessageType> losing) {
    LawBook law;
    try {
      law = LawBook.shipped();
    } catch (CannotAdjudicate e) {
      return complain(
          ExitCode.FOUND, "政策包不可用 / the policy packs cannot be read: " + e.getMessage());
    }
    CentreSettings settings =
        days.apply(CentreSettings.simulated(folder.resolve("centre.db"), law));
    try (CentreServer centre = CentreServer.start(settings, port);
        NationalPort.Opened beside = national.open(spec, centre)) {
      losing.forEach(centre.faults()::loseNext);
      PrintWriter out = spec.commandLine().getOut();
      out.println("模拟医保中心已启动 / the simulated centre is running");
      out.println("  端口 port  " + centre.address().getPort());
      beside.lines().forEach(out::println);
      out.println(
          "  日期 day   " + LocalDate.ofInstant(settings.clock().instant(), CentreDays.CHINA));
      out.println(centre.identity().toText().stripTrailing());
      out.flush();
      LossConsole losses = new LossConsole(centre);
      lost.forEach(id -> out.println(losses.obey("lost " + id)));
      out.flush();
      waitForTheEnd(
          line -> {
            out.println(beside.obey(line).orElseGet(() -> losses.obey(line)));
            out.flush();
          });
      centre.books().lines().forEach(out::println);
      list(out, "未了单据 bills left hanging", centre.hanging().stream().map(Hanging::line));
      list(out, "须查核 to be looked at", centre.noticed().stream().map(Noticed::line));
      out.flush();
      return centre.books().balance() ? ExitCode.GOOD : ExitCode.FOUND;
    } catch (UncheckedIOException e) {
      return complain(ExitCode.BAD_INPUT, "端口已被占用 / the port is taken: " + port);
    } catch (IllegalStateException e) {
      return complain(ExitCode.BAD_INPUT, "数据文件不可用 / the centre's file cannot be used");
    }
  }

  private static void list(PrintWriter out, String heading, Stream<String> lines) {
    List<String> all = lines.toList();
    if (!all.isEmpty()) {
      out.println(heading + " " + all.size());
      all.forEach(line -> out.println("  " + line));
    }
  }

  /** Until the input ends; what is typed meanwhile is obeyed. */
  private void waitForTheEnd(Consumer<String> typed) {
    try {
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(until, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          typed.accept(line.strip());
        }
      }
    } catch (IOException e) {
      // An input that breaks has ended.
    }
  }

  private int complain(int code, String what) {
    spec.commandLine().getErr().println(what);
    return code;
  }

  private static void delete(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(folder);
  }
}
