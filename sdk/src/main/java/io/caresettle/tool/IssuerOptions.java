package io.caresettle.tool;

import io.caresettle.policy.signed.InstalledPacks;
import io.caresettle.policy.signed.PackProfile;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.KeyRejected;
import io.caresettle.protocol.keys.PartyIdentity;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
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

  /** Does {@code work} with the packs of the directory, which is made when it is missing. */
  <T> T with(PrintWriter problems, Function<InstalledPacks, T> work) {
    try {
      return work.apply(packs(problems));
    } catch (UncheckedIOException e) {
      throw new Misuse(
          directory
              + ": 无法读写 found no directory that can be read and written, expected one: look at its"
              + " name and the disk",
          e);
    }
  }

  /** The same, of a directory that is there: whoever goes back makes none. */
  <T> T there(PrintWriter problems, Function<InstalledPacks, T> work) {
    if (!Files.isDirectory(directory)) {
      throw new Misuse(
          directory + ": 没有此目录 found no directory, expected the one of installed packs");
    }
    return with(problems, work);
  }

  private InstalledPacks packs(PrintWriter problems) {
    if (profile == PackProfile.TEST) {
      problems.println(
          "*** 测试 TEST *** 接受测试数字，不得用于真实结算 / test figures are taken here: never where real"
              + " money moves");
    }
    return new InstalledPacks(directory, identity().signing().key(), profile);
  }

  private PartyIdentity identity() {
    try {
      return PartyIdentity.parse(InputFile.text(issuer));
    } catch (KeyRejected e) {
      throw new Misuse(
          issuer
              + ": 不是签发方的公开部分 found no public half of an issuer's keys, expected what keys"
              + " recovery new --public wrote: "
              + e.getMessage(),
          e);
    }
  }
}
