package io.caresettle.sim.command;

import io.caresettle.console.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code card remove}: takes out what {@code card insert} of the same user put in. */
@Command(
    name = "remove",
    description = "取出虚拟卡 / take a virtual card out of its virtual reader",
    mixinStandardHelpOptions = true)
final class CardRemoveCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--slot",
      paramLabel = "SLOT",
      converter = VirtualSlot.Converter.class,
      description = "卡槽：social、psam 或 主机:端口，默认 social / the slot; default: social")
  private VirtualSlot slot = VirtualSlot.SOCIAL;

  @Option(names = "--state", paramLabel = "DIR", hidden = true)
  private Path state = PluggedPlace.usual();

  @Override
  public Integer call() throws InterruptedException {
    try {
      return switch (PluggedPlace.remove(state, slot.place(), PATIENCE)) {
        case DONE -> {
          spec.commandLine().getOut().println("卡片已取出 / the card is removed");
          yield ExitCode.GOOD;
        }
        case NOTHING_INSERTED -> complain(ExitCode.FOUND, "卡槽中没有卡片 / no card is inserted there");
        case NOT_OBEYED ->
            complain(ExitCode.UNREACHABLE, "插卡的进程没有响应 / what inserted the card does not react");
      };
    } catch (IOException e) {
      return complain(ExitCode.BAD_INPUT, "状态目录不可用 / the folder of slots cannot be used: " + state);
    }
  }

  private int complain(int code, String what) {
    spec.commandLine().getErr().println(what);
    return code;
  }
}
