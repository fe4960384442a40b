package io.caresettle.tool;

import io.caresettle.policy.signed.InstalledPacks;
import io.caresettle.policy.signed.PackProfile;
import io.caresettle.protocol.keys.PartyIdentity;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a till keeps its packs, whose packs it takes, and how sure their figures must be. */
final class IssuerOptions {

  @Option(
      names = "--packs",
      required = true,
      paramLabel = "DIRECTORY",
      description = "已安装政策包的目录 / the directory of installed packs")
  private Path directory = Path.of("");

  @Option(
      names = "--issuer",
      required = true,
      paramLabel = "FILE",
      description =
          "签发方的公开部分，由 keys recovery new --public 写出 / the public half of the issuer's keys, as"
              + " keys recovery new --public writes it")
  private Path issuer = Path.of("");

  @Option(
      names = "--profile",
      defaultValue = "production",
      paramLabel = "PROFILE",
      description =
          "production（默认）拒绝测试数字；test 接受 / production (default) refuses test figures, test takes"
              + " them")
  private PackProfile profile = PackProfile.PRODUCTION;

  InstalledPacks packs(PrintWriter problems) {
    if (profile == PackProfile.TEST) {
      problems.println(
          "*** 测试 TEST *** 接受测试数字，不得用于真实结算 / test figures are taken here: never where real"
              + " money moves");
    }
    PartyIdentity identity = PartyIdentity.parse(InputFile.text(issuer));
    return new InstalledPacks(directory, identity.signing().key(), profile);
  }
}
