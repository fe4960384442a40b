package io.caresettle.sim.command;

import io.caresettle.console.ExitCode;
import io.caresettle.credential.card.pcsc.PcscReaders;
import io.caresettle.credential.card.pcsc.PcscSlot;
import io.caresettle.problem.DeviceFault;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code card readers}: the readers of this machine, and whether there is a card in each. */
@Command(
    name = "readers",
    description = "列出读卡器 / list the PC/SC readers",
    mixinStandardHelpOptions = true)
final class CardReadersCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try {
      PcscReaders readers = PcscReaders.ofThisMachine();
      List<String> names = readers.names();
      PrintWriter say = spec.commandLine().getOut();
      for (String name : names) {
        try (PcscSlot slot = readers.open(name)) {
          say.println((slot.awaitCard(Duration.ZERO) ? "有卡 card   " : "无卡 empty  ") + name);
        }
      }
      if (names.isEmpty()) {
        spec.commandLine().getErr().println("没有读卡器 / there is no reader");
        return ExitCode.FOUND;
      }
      return ExitCode.GOOD;
    } catch (DeviceFault e) {
      return faulty(spec, e);
    }
  }

  /** Says what is wrong with a device. A reader service that is not there could not be reached. */
  static int faulty(CommandSpec spec, DeviceFault fault) {
    spec.commandLine()
        .getErr()
        .println("设备故障 device fault [" + fault.kind() + "] " + fault.getMessage());
    return fault.kind() == DeviceFault.Kind.READER_SERVICE_LOST
        ? ExitCode.UNREACHABLE
        : ExitCode.FOUND;
  }
}
