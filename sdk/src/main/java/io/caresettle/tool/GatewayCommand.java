package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.credential.code.CodeIssuerKeys;
import io.caresettle.credential.code.InsuranceCodeReader;
import io.caresettle.credential.code.NationalCodeForm;
import io.caresettle.gateway.BillNews;
import io.caresettle.gateway.Gateway;
import io.caresettle.gateway.GatewaySettings;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.signed.InstalledPacks;
import io.caresettle.policy.signed.PackProfile;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.protocol.keys.PartyIdentity;
import io.caresettle.protocol.keystore.KeySet;
import io.caresettle.protocol.keystore.Pkcs12Vault;
import io.caresettle.sdk.Terminal;
import io.caresettle.sdk.TerminalConfig;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gateway}: opens a terminal, and serves its counters on 127.0.0.1 until it is ended. */
@Command(
    name = "gateway",
    description =
        "打开终端，在本机 127.0.0.1 上提供 JSON 接口 / open a terminal and serve its counters as JSON on"
            + " 127.0.0.1, until the process is ended")
final class GatewayCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "终端配置（YAML）/ the terminal's configuration, in YAML")
  private Path config = Path.of("");

  @Option(
      names = "--token-file",
      required = true,
      paramLabel = "FILE",
      description =
          "调用方令牌文件，首次启动时生成，仅本人可读 / the callers' token, made at the first start, readable by its"
              + " owner alone")
  private Path tokenFile = Path.of("");

  @Option(
      names = "--port",
      defaultValue = "8686",
      paramLabel = "PORT",
      description = "端口，默认 8686；0 任选 / the port, 8686 by default; 0 takes a free one")
  private int port;

  @Option(
      names = "--origin",
      paramLabel = "ORIGIN",
      description = "允许调用的网页来源，可多次给出 / an origin whose pages may call; may be given more than once")
  private List<String> origins = List.of();

  @Option(
      names = "--exports",
      paramLabel = "FOLDER",
      description = "检查导出目录，不给则不导出 / the folder that days are given out into; without it, none is")
  private Optional<Path> exports = Optional.empty();

  @Option(
      names = "--code-issuers",
      paramLabel = "FILE",
      description =
          "测试医保码签发方公钥，每行一个；仅限测试中心 / whose test codes are read, a key a line; at a test centre"
              + " alone")
  private Optional<Path> codeIssuers = Optional.empty();

  private final InstantSource clock;

  GatewayCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    TerminalFile file = TerminalFile.read(config);
    BillNews news = BillNews.before(new Warnings(err));
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook = new Thread(() -> endAndWait(end, ended), "caresettle-gateway-end");
    try (Terminal terminal = Terminal.open(terminal(file, news, err));
        Gateway gateway = Gateway.start(terminal, news, settings(file, terminal, err))) {
      Runtime.getRuntime().addShutdownHook(hook);
      out.println("网关已启动 gateway at " + gateway.address());
      end.await();
    } finally {
      ended.countDown();
    }
    return ExitCode.GOOD;
  }

  /** The process waits until the terminal has closed, so that bills in flight come to their end. */
  private static void endAndWait(CountDownLatch end, CountDownLatch ended) {
    end.countDown();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private GatewaySettings settings(TerminalFile file, Terminal terminal, PrintWriter err) {
    InsuranceCodeReader codes =
        new InsuranceCodeReader(codeIssuers(file), terminal::centreTime, NationalCodeForm.USUAL);
    GatewaySettings.Builder settings =
        GatewaySettings.builder(tokenFile, new OperatorStores(file.operators()), codes)
            .port(port)
            .origins(origins)
            .log(err::println);
    exports.ifPresent(settings::exports);
    return settings.build();
  }

  /** National codes are the centre's to judge; nobody issues test codes to a production till. */
  private CodeIssuerKeys codeIssuers(TerminalFile file) {
    if (codeIssuers.isPresent() && file.centre().profile() != TrustProfile.TEST) {
      throw new Misuse(
          "--code-issuers: 仅限测试中心 found a production centre, expected centre.profile: test, for"
              + " test codes prove nobody");
    }
    return codeIssuers.map(CodeIssuerFile::read).orElseGet(() -> CodeIssuerKeys.of(Map.of()));
  }

  private TerminalConfig terminal(TerminalFile file, BillNews news, PrintWriter err) {
    InputFile.requireThere(file.store());
    KeySet keys = Pkcs12Vault.in(file.store(), file.password(), new SecureRandom()).load();
    TerminalConfig.Builder terminal =
        TerminalConfig.builder()
            .centre(
                file.centre().addresses(),
                keys.current(clock.instant()),
                trust(file.centre(), err),
                file.centre().id())
            .institution(file.institution())
            .slot(file.slot())
            .journal(file.journal())
            .operators(file.book())
            .policy(packs(file))
            .listener(news);
    file.recoveryKey()
        .ifPresentOrElse(
            half -> terminal.recoveryKey(PartyIdentity.parse(InputFile.text(half)).encryption()),
            terminal::withoutRecoveryKey);
    return terminal.build();
  }

  private static Trust trust(TerminalFile.CentreEntry centre, PrintWriter err) {
    if (centre.profile() == TrustProfile.TEST) {
      err.println(
          "*** 测试 TEST *** 接受测试证书 / test certificates are taken: never where real money moves");
    }
    return TrustOptions.trust(centre.profile(), centre.roots(), centre.revocations());
  }

  private static PolicyBook packs(TerminalFile file) {
    InstalledPacks installed =
        new InstalledPacks(
            file.packs(),
            PartyIdentity.parse(InputFile.text(file.packIssuer())).signing().key(),
            file.centre().profile() == TrustProfile.TEST
                ? PackProfile.TEST
                : PackProfile.PRODUCTION);
    return PolicyBook.ofCompiled(installed.packs()).under(installed.orders());
  }
}
