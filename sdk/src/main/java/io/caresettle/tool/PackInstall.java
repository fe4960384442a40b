package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.PolicyOrder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pack install}: a signed pack becomes the one in force. */
@Command(
    name = "install",
    description =
        "核验并安装签名政策包（保留前一版）或应急政策令 / check a signed pack and put it in force, the one before"
            + " is kept; or take an emergency order")
final class PackInstall implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SIGNED", description = "签名政策包 / a signed pack")
  private Path file = Path.of("");

  @Mixin private IssuerOptions issuer = new IssuerOptions();

  @Mixin private JsonOption json = new JsonOption();

  @Override
  public Integer call() {
    byte[] signed = InputFile.bytes(file);
    if (OrderFile.isSignedOrder(signed)) {
      PolicyOrder order =
          issuer.with(spec.commandLine().getErr(), packs -> packs.installOrder(signed));
      Report report = PackFile.describe("已生效应急政策令 order taken", order.pack());
      PackFile.order(report, order).print(spec.commandLine().getOut(), json.wanted());
      return ExitCode.GOOD;
    }
    CompiledPack pack = issuer.with(spec.commandLine().getErr(), packs -> packs.install(signed));
    PackFile.describe("已安装 installed", pack).print(spec.commandLine().getOut(), json.wanted());
    return ExitCode.GOOD;
  }
}
