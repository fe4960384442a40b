package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.protocol.certificate.ExpiryAlarm;
import io.caresettle.protocol.certificate.Validity;
import io.caresettle.protocol.keystore.KeySet;
import io.caresettle.protocol.keystore.KeyState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code keys status}: the expiry alarm, for a scheduler that looks at exit codes. */
@Command(
    name = "status",
    description =
        "检查密钥是否可用、是否即将到期（退出码 0、4、5）/ say whether keys can be used, and whether they end soon"
            + " (exit codes 0, 4, 5)")
final class KeysStatus implements Callable<Integer> {

  private static final Set<KeyState> OF_USE =
      Set.of(KeyState.CURRENT, KeyState.RELIEVED, KeyState.UPCOMING);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private StoreOptions store;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "检查时刻，默认现在 / as of when; default now")
  private Optional<Instant> at = Optional.empty();

  @Mixin private JsonOption json = new JsonOption();

  private final InstantSource clock;

  KeysStatus(Console console, InstantSource clock) {
    store = new StoreOptions(console);
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Instant now = at.orElseGet(clock::instant);
    KeySet keys = store.vault().load();
    Optional<Instant> end =
        keys.generations().stream()
            .filter(each -> OF_USE.contains(keys.state(each, now)))
            .flatMap(each -> each.validity().stream())
            .map(Validity::to)
            .max(Comparator.naturalOrder());
    boolean usable =
        keys.generations().stream().anyMatch(each -> keys.state(each, now) == KeyState.CURRENT);
    ExpiryAlarm alarm = ExpiryAlarm.of(new Validity(Instant.EPOCH, end.orElse(Instant.EPOCH)), now);
    int code =
        usable
            ? alarm.level() == ExpiryAlarm.Level.FINE ? ExitCode.GOOD : ExitCode.RENEW
            : ExitCode.EXPIRED;
    Report report =
        KeyReport.of(
            usable
                ? alarm.text()
                : "没有可用的密钥 / no key can be used: check this clock, then renew or enrol again",
            keys,
            now);
    report.put("status", "结论 status", name(code));
    if (usable) {
      report.put("alarm", "报警 alarm", alarm.level().name());
      report.put("daysLeft", "剩余天数 days left", alarm.days());
    }
    report.print(spec.commandLine().getOut(), json.wanted());
    return code;
  }

  private static String name(int code) {
    return switch (code) {
      case ExitCode.RENEW -> "RENEW_NOW";
      case ExitCode.EXPIRED -> "NO_USABLE_KEY";
      default -> "GOOD";
    };
  }
}
