package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.PolicyOrder;
import io.caresettle.problem.Misuse;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pack go-back}: the pack before the one in force is in force again. */
@Command(
    name = "go-back",
    description =
        "恢复前一版政策包，或撤回应急政策令 / put the pack before back in force, the present one is withdrawn; or"
            + " withdraw an emergency order")
final class PackGoBack implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "AREA", description = "统筹区 / the area")
  private String area = "";

  @Parameters(index = "1", paramLabel = "TOPIC", description = "专题 / the topic")
  private String topic = "";

  @Mixin private IssuerOptions issuer = new IssuerOptions();

  @Mixin private JsonOption json = new JsonOption();

  @Override
  public Integer call() {
    if (!area.matches("\\d{6}|test") || !topic.matches("[a-z0-9-]+")) {
      throw new Misuse("有误 found " + area + ' ' + topic + ", expected an area and a topic");
    }
    Optional<PolicyOrder> order =
        issuer.there(spec.commandLine().getErr(), packs -> packs.withdrawOrder(area, topic));
    if (order.isPresent()) {
      Report report = PackFile.describe("已撤回应急政策令 order withdrawn", order.get().pack());
      PackFile.order(report, order.get()).print(spec.commandLine().getOut(), json.wanted());
      return ExitCode.GOOD;
    }
    CompiledPack pack =
        issuer
            .there(spec.commandLine().getErr(), packs -> packs.goBack(area, topic))
            .orElseThrow(
                () ->
                    new Misuse(
                        area
                            + ' '
                            + topic
                            + ": 没有前一版 found no pack before, expected one: nothing"
                            + " was changed"));
    PackFile.describe("已恢复前一版 back in force", pack)
        .print(spec.commandLine().getOut(), json.wanted());
    return ExitCode.GOOD;
  }
}
