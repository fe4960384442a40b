package io.caresettle.tool;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sm}: the algorithms, compared with others. */
@Command(
    name = "sm",
    description = "国密算法核对 / compare SM2, SM3 and SM4 with known answers",
    subcommands = VerifyVectors.class)
final class SmCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "请选择子命令 verify-vectors / choose verify-vectors");
  }
}
