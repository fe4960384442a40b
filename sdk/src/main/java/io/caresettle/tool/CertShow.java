package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cert show}: what stands in a certificate, and no word on whether it is true. */
@Command(
    name = "show",
    description =
        "显示证书、证书申请或吊销列表的内容（不核验）/ show what is in certificates, a request or a"
            + " revocation list; nothing is verified")
final class CertShow implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "PEM 或 DER 文件 / PEM or DER")
  private List<Path> files = List.of();

  @Mixin private JsonOption json = new JsonOption();

  @Override
  public Integer call() {
    List<Report> shown = new ArrayList<>();
    for (Path file : files) {
      Report report = Report.of("文件 file " + file);
      report.put("file", "路径 path", file.toString());
      shown.add(report.put("content", Descriptions.of(CertificateFile.read(file))));
    }
    Report.of("未核验 nothing is verified here")
        .put("files", shown)
        .print(spec.commandLine().getOut(), json.wanted());
    return ExitCode.GOOD;
  }
}
