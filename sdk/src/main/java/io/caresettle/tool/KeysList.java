package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code keys list}: every generation in a store. */
@Command(name = "list", description = "列出各代密钥 / list the generations of keys")
final class KeysList implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private StoreOptions store;

  @Mixin private JsonOption json = new JsonOption();

  private final InstantSource clock;

  KeysList(Console console, InstantSource clock) {
    store = new StoreOptions(console);
    this.clock = clock;
  }

  @Override
  public Integer call() {
    KeyReport.of("密钥 keys", store.vault().load(), clock.instant())
        .print(spec.commandLine().getOut(), json.wanted());
    return ExitCode.GOOD;
  }
}
