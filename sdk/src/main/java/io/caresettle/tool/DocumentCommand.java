package io.caresettle.tool;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code document}: signed documents, years later. */
@Command(name = "document", description = "核验签名文件 / verify signed documents")
final class DocumentCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "请选择子命令 verify / choose verify");
  }
}
