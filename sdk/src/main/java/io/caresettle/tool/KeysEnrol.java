package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.Subject;
import io.caresettle.protocol.enrolment.ActivationCode;
import io.caresettle.protocol.enrolment.EnrolmentRequest;
import io.caresettle.protocol.enrolment.Invitation;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.keystore.FilePassword;
import io.caresettle.protocol.keystore.KeySet;
import io.caresettle.protocol.keystore.KeySet.Generation;
import io.caresettle.protocol.keystore.Password;
import io.caresettle.protocol.keystore.Pkcs12Vault;
import io.caresettle.protocol.sm.InsecureSecretAccess;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code keys enrol}: an invitation and an activation code become certificates, by files. */
@Command(
    name = "enrol",
    description =
        "凭邀请文件和激活码登记：先写出加密申请，收到中心答复后用 --answer 完成 / enrol with an invitation and an"
            + " activation code: first writes the sealed request, later completes it with --answer")
final class KeysEnrol implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private StoreOptions store;

  @Option(
      names = "--invitation",
      required = true,
      paramLabel = "FILE",
      description = "中心的邀请文件 / the centre's invitation")
  private Path invitation = Path.of("");

  @Mixin private PartyOption party = new PartyOption();

  @Mixin private SubjectOptions subject = new SubjectOptions();

  @Option(
      names = "--request",
      required = true,
      paramLabel = "REQUEST",
      description = "加密申请；完成登记前请保留 / the sealed request; keep it until the answer is in")
  private Path request = Path.of("");

  @Option(
      names = "--answer",
      paramLabel = "ANSWER",
      description = "中心的答复 / the centre's answer to that request")
  private Optional<Path> answer = Optional.empty();

  @Option(
      names = "--code-file",
      paramLabel = "FILE",
      description = "激活码文件（首行，仅本人可读），默认在控制台输入 / the activation code; default: asked")
  private Optional<Path> codeFile = Optional.empty();

  @Mixin private ProfileOption profile = new ProfileOption();

  @Mixin private JsonOption json = new JsonOption();

  private final Console console;
  private final InstantSource clock;

  KeysEnrol(Console console, InstantSource clock) {
    store = new StoreOptions(console);
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Invitation invited = Invitation.parse(InputFile.text(invitation));
    // Before anything is made: an invitation to a test centre ends here.
    invited.trust(profile.said(spec.commandLine().getErr()));
    return answer.isPresent() ? complete(invited, answer.get()) : ask(invited);
  }

  private int ask(Invitation invited) {
    InputFile.requireNone(request);
    Pkcs12Vault vault = store.vault();
    ActivationCode code = code();
    List<EnrolmentRequest> made = new ArrayList<>();
    KeySet after =
        vault.update(
            () -> party.first(store.path()),
            before -> {
              party.requireOwner(before, store.path());
              Optional<PartyKeys> waiting = StoreOptions.waiting(before).map(Generation::keys);
              PartyKeys keys =
                  waiting.orElseGet(() -> PartyKeys.generate(before.partyId(), store.random()));
              made.add(
                  EnrolmentRequest.make(
                      invited,
                      profile.profile(),
                      code,
                      subject.of(before),
                      keys,
                      clock,
                      store.random()));
              return waiting.isPresent() ? before : before.with(keys);
            });
    EnrolmentRequest sealed = made.get(0);
    PartyKeys keys = StoreOptions.waiting(after).map(Generation::keys).orElseThrow();
    Subject owner = subject.of(after);
    InputFile.write(request, sealed.encoded());
    Report.of("已写出登记申请 enrolment request written")
        .put("party", "主体 party", owner.partyId())
        .put("institution", "机构 institution", owner.institutionCode())
        .put("keyId", "密钥 key id", keys.identity().keyId())
        .put("centre", "中心 centre", invited.centreId())
        .put("request", "加密申请 request", request.toString())
        .print(spec.commandLine().getOut(), json.wanted());
    return ExitCode.GOOD;
  }

  private int complete(Invitation invited, Path answered) {
    Pkcs12Vault vault = store.vault();
    KeySet keys = vault.load();
    PartyKeys fresh =
        StoreOptions.waiting(keys)
            .map(Generation::keys)
            .orElseThrow(
                () ->
                    new Misuse(
                        store.path()
                            + ": found no keys that wait for certificates, expected those of the"
                            + " request: keys list shows what there is"));
    CertifiedKeys certified =
        EnrolmentRequest.sent(
                InputFile.bytes(request),
                invited,
                profile.profile(),
                subject.of(keys),
                fresh,
                clock)
            .complete(InputFile.bytes(answered));
    vault.update(now -> now.certified(certified.certificates()));
    Report.of("登记完成 enrolled")
        .put("store", "密钥库 store", store.path().toString())
        .put("profile", "信任 profile", profile.profile().name())
        .put("certificates", Descriptions.pair(certified.certificates()))
        .print(spec.commandLine().getOut(), json.wanted());
    return ExitCode.GOOD;
  }

  private ActivationCode code() {
    String what = "激活码 activation code";
    Password typed =
        codeFile.isPresent()
            ? FilePassword.in(codeFile.get()).password(what)
            : PasswordOptions.ask(console, what, what);
    char[] characters = typed.characters(InsecureSecretAccess.get());
    try (typed) {
      return ActivationCode.parse(new String(characters));
    } finally {
      Arrays.fill(characters, '\0');
    }
  }
}
