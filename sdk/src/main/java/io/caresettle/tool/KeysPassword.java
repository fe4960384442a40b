package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.keystore.FilePassword;
import io.caresettle.protocol.keystore.PasswordSource;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code keys password}: another password for a store. */
@Command(
    name = "password",
    description =
        "更换密钥库口令；默认在控制台输入两次 / change the password of a store; asked twice at the console unless"
            + " a source is named")
final class KeysPassword implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private StoreOptions store;

  @Option(
      names = "--new-password-file",
      paramLabel = "FILE",
      description = "新口令文件 / a file with the new password")
  private Optional<Path> newFile = Optional.empty();

  @Option(
      names = "--new-password-command",
      paramLabel = "COMMAND",
      description = "输出新口令的程序 / a program that prints the new password")
  private Optional<String> newCommand = Optional.empty();

  @Mixin private JsonOption json = new JsonOption();

  private final Console console;

  KeysPassword(Console console) {
    store = new StoreOptions(console);
    this.console = console;
  }

  @Override
  public Integer call() {
    if (newFile.isPresent() && newCommand.isPresent()) {
      throw new Misuse(
          "found --new-password-file and --new-password-command, expected one of them: leave the"
              + " other out");
    }
    PasswordSource fresh =
        newFile
            .<PasswordSource>map(FilePassword::in)
            .or(() -> newCommand.map(PasswordOptions::printed))
            .orElseGet(() -> PasswordOptions.chosen(console));
    store.vault().rekey(fresh);
    Report.of("口令已更换 password changed")
        .put("store", "密钥库 store", store.path().toString())
        .print(spec.commandLine().getOut(), json.wanted());
    return ExitCode.GOOD;
  }
}
