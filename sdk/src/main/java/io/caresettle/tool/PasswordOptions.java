package io.caresettle.tool;

import io.caresettle.problem.Misuse;
import io.caresettle.protocol.keystore.CommandPassword;
import io.caresettle.protocol.keystore.FilePassword;
import io.caresettle.protocol.keystore.KeyStoreUnavailable;
import io.caresettle.protocol.keystore.KeyStoreUnavailable.Why;
import io.caresettle.protocol.keystore.Password;
import io.caresettle.protocol.keystore.PasswordSource;
import io.caresettle.protocol.keystore.TokenPassword;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the password of a key store comes from; the console, unless something else is named. */
final class PasswordOptions {

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "口令文件（首行，仅本人可读）/ first line of a file that only its owner may read")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--password-command",
      paramLabel = "COMMAND",
      description = "输出口令的程序，参数以空格分隔 / a program that prints it, arguments after blanks")
  private Optional<String> command = Optional.empty();

  @Option(
      names = "--password-kept",
      paramLabel = "NAME",
      description = "操作系统保管的口令名 / the name under which this operating system keeps it")
  private Optional<String> kept = Optional.empty();

  @Option(
      names = "--token",
      paramLabel = "DRIVER",
      description = "PKCS#11 驱动；PIN 在控制台输入 / a token's driver; its PIN is asked at the console")
  private Optional<Path> token = Optional.empty();

  @Option(
      names = "--slot",
      paramLabel = "N",
      description = "令牌槽位，从 0 起，默认 0 / the token's slot, from 0; default 0")
  private Optional<Integer> slot = Optional.empty();

  @Option(
      names = "--sealed",
      paramLabel = "FILE",
      description = "由令牌加密的口令文件 / the password, sealed by the token")
  private Optional<Path> sealed = Optional.empty();

  private final Console console;

  PasswordOptions(Console console) {
    this.console = console;
  }

  /** The password of a store that exists. */
  PasswordSource forStore(SecureRandom random) {
    return new AskedOnce(named(random).orElseGet(() -> typed(console)));
  }

  /** The password of a store that is about to be made. */
  PasswordSource forNewStore(SecureRandom random) {
    Optional<PasswordSource> named = named(random);
    if (token.isPresent() && sealed.filter(Files::exists).isEmpty()) {
      token(random).create();
    }
    return new AskedOnce(named.orElseGet(() -> chosen(console)));
  }

  private Optional<PasswordSource> named(SecureRandom random) {
    List<Boolean> given =
        List.of(file.isPresent(), command.isPresent(), kept.isPresent(), token.isPresent());
    if (given.stream().filter(each -> each).count() > 1) {
      throw new Misuse(
          "口令来源只能给一个 / found more than one source of the password, expected one of"
              + " --password-file, --password-command, --password-kept and --token: leave the others"
              + " out");
    }
    if (token.isEmpty() && (slot.isPresent() || sealed.isPresent())) {
      throw new Misuse(
          "--slot, --sealed: 只能与 --token 同用 found no --token, expected the token's driver: name it,"
              + " or leave these out");
    }
    return file.<PasswordSource>map(FilePassword::in)
        .or(() -> command.map(PasswordOptions::printed))
        .or(() -> kept.map(PasswordOptions::kept))
        .or(() -> token.map(driver -> token(random)));
  }

  static PasswordSource printed(String command) {
    return CommandPassword.printedBy(List.of(command.strip().split(" +")));
  }

  private static PasswordSource kept(String name) {
    try {
      return CommandPassword.ofThisSystem(System.getProperty("os.name", ""), name);
    } catch (IllegalArgumentException e) {
      throw new Misuse("--password-kept: " + e.getMessage(), e);
    }
  }

  private TokenPassword token(SecureRandom random) {
    Path driver = token.orElseThrow();
    Path file =
        sealed.orElseThrow(
            () ->
                new Misuse(
                    "--token: found no --sealed, expected the file that holds the sealed password:"
                        + " name it"));
    return TokenPassword.in(
        driver, slot.orElse(0), file, typed("令牌 PIN of the token", console), random);
  }

  private static PasswordSource typed(Console console) {
    return store -> ask(console, "密钥库口令 password of the key store " + store, store);
  }

  private static PasswordSource typed(String question, Console console) {
    return store -> ask(console, question, store);
  }

  /** Asked twice, for nobody sees what was typed. */
  static PasswordSource chosen(Console console) {
    return store -> {
      Password first = ask(console, "新口令 new password of the key store " + store, store);
      try (Password second = ask(console, "再次输入 the same again", store)) {
        if (first.isSameAs(second)) {
          return first;
        }
      }
      first.close();
      throw new KeyStoreUnavailable(
          Why.NO_PASSWORD,
          "两次输入不一致 / the two passwords for " + store + " differ: start again, nothing was changed");
    };
  }

  static Password ask(Console console, String question, String store) {
    return console
        .ask(question)
        .orElseThrow(
            () ->
                new KeyStoreUnavailable(
                    Why.NO_PASSWORD,
                    "没有控制台可输入口令 / nobody can be asked for the password of "
                        + store
                        + ", there is no console: use --password-file or --password-command"));
  }

  /** Asks the operator once in a command, however often a store is read and written. */
  private static final class AskedOnce implements PasswordSource {

    private final PasswordSource source;
    private Optional<Password> answer = Optional.empty();

    AskedOnce(PasswordSource source) {
      this.source = source;
    }

    @Override
    public Password password(String store) {
      Password known = answer.orElseGet(() -> source.password(store));
      answer = Optional.of(known);
      return known.copy();
    }
  }
}
