package io.caresettle.tool;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cert}: certificates, shown and judged. */
@Command(name = "cert", description = "查看和核验证书 / show and check certificates")
final class CertCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "请选择子命令 show 或 check / choose show or check");
  }
}
