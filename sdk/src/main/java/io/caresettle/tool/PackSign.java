package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.PolicyOrder;
import io.caresettle.policy.signed.PackProfile;
import io.caresettle.policy.signed.SignedOrder;
import io.caresettle.policy.signed.SignedPack;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.keystore.KeySet;
import io.caresettle.protocol.keystore.KeySet.Generation;
import io.caresettle.protocol.keystore.KeyState;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pack sign}: a compiled pack that its issuer vouches for. */
@Command(
    name = "sign",
    description =
        "签发已编译的政策包或应急政策令（SM2）/ sign a compiled pack, or an emergency order"
            + " (kind: order) with its pack, with the issuer's key (SM2)")
final class PackSign implements Callable<Integer> {

  /** An issuer's public key is handed out by hand, so its keys need no certificate. */
  private static final Set<KeyState> OF_USE =
      Set.of(KeyState.CURRENT, KeyState.AWAITING_CERTIFICATES);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "PACK",
      description = "已编译的政策包，或应急政策令（YAML）/ a compiled pack, or an order in YAML")
  private Path file = Path.of("");

  @Mixin private StoreOptions store;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "SIGNED",
      description = "签名文件（新文件）/ the signed pack, a new file")
  private Path out = Path.of("");

  @Option(
      names = "--production",
      description = "拒绝含测试数字的政策包 / refuse a pack that holds test figures")
  private boolean production;

  @Mixin private JsonOption json = new JsonOption();

  private final InstantSource clock;

  PackSign(Console console, InstantSource clock) {
    store = new StoreOptions(console);
    this.clock = clock;
  }

  @Override
  public Integer call() {
    InputFile.requireNone(out);
    InputFile.requireThere(store.path());
    Optional<PolicyOrder> order =
        OrderFile.isOrder(file) ? Optional.of(OrderFile.read(file)) : Optional.empty();
    CompiledPack pack = order.map(PolicyOrder::pack).orElseGet(() -> PackFile.taken(file));
    (production ? PackProfile.PRODUCTION : PackProfile.TEST).check(pack);
    PartyKeys keys = issuer(store.vault().load(), clock.instant());
    byte[] signed =
        order
            .map(one -> SignedOrder.sign(one, keys.signing()).bytes())
            .orElseGet(() -> SignedPack.sign(pack, keys.signing()).bytes());
    InputFile.write(out, signed);
    Report report = PackFile.describe("已签发 signed", pack);
    order.ifPresent(one -> PackFile.order(report, one));
    report
        .put("issuer", "签发方 issuer", keys.identity().partyId())
        .put("keyId", "密钥 key id", keys.identity().keyId())
        .put("testFigures", "含测试数字 holds test figures", !PackProfile.unfit(pack).isEmpty())
        .put("out", "文件 file", out.toString())
        .print(spec.commandLine().getOut(), json.wanted());
    return ExitCode.GOOD;
  }

  private PartyKeys issuer(KeySet keys, Instant now) {
    return keys.generations().stream()
        .filter(each -> OF_USE.contains(keys.state(each, now)))
        .reduce((earlier, later) -> later)
        .map(Generation::keys)
        .orElseThrow(
            () ->
                new Misuse(
                    store.path()
                        + ": 没有可用的密钥 found no key that can sign today, expected one: see keys"
                        + " status"));
  }
}
