package io.caresettle.sim.demo;

import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.sim.Simulator;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: three bills, or yours, settled in front of your eyes. */
@Command(
    name = "demo",
    description = "结算三张单据，或您自己的单据 / settle three bills, or your own, step by step",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

  private static final List<String> SHIPPED =
      List.of("1-hospital-card", "2-pharmacy-code", "3-lost-answer");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--bill",
      paramLabel = "FILE",
      description = "自己的单据，YAML 或 JSON / your own bill, YAML or JSON")
  private Optional<Path> bill = Optional.empty();

  @Option(names = "--json", description = "只输出一个 JSON 对象 / print one JSON object and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    List<DemoBill> bills =
        bill.map(file -> List.of(BillFile.read(file)))
            .orElseGet(() -> SHIPPED.stream().map(BillFile::shipped).toList());
    PrintWriter out = spec.commandLine().getOut();
    Screen screen =
        json
            ? new Screen(new PrintWriter(Writer.nullWriter()), Ansi.OFF)
            : new Screen(out, Ansi.AUTO);
    try (Simulator simulator = Simulator.start()) {
      List<BillStory> stories = new Demo(simulator, screen).settle(bills);
      if (json) {
        out.println(DemoJson.of(stories, simulator.centre().books()).pretty());
        out.flush();
      }
      boolean agreed =
          simulator.centre().books().balance() && stories.stream().noneMatch(BillStory::differs);
      return exitCode(stories.stream().map(BillStory::outcome), agreed);
    }
  }

  private static int exitCode(Stream<SettlementOutcome> outcomes, boolean agreed) {
    int worst =
        outcomes
            .mapToInt(o -> o.fold(settled -> 0, differently -> 1, refused -> 1, unknown -> 3))
            .max()
            .orElse(0);
    return worst == 0 && !agreed ? 1 : worst;
  }
}
