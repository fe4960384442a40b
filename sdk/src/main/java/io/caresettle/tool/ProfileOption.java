package io.caresettle.tool;

import io.caresettle.protocol.certificate.TrustProfile;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** Whether test certificates count: the same option wherever certificates are judged. */
final class ProfileOption {

  @Option(
      names = "--profile",
      defaultValue = "production",
      paramLabel = "PROFILE",
      description =
          "production（默认）拒绝测试证书；test 接受 / production (default) refuses test roots and test"
              + " certificates, test takes them")
  private TrustProfile profile = TrustProfile.PRODUCTION;

  /** The profile that was asked for, said loudly on {@code problems} if it is for tests. */
  TrustProfile said(PrintWriter problems) {
    if (profile == TrustProfile.TEST) {
      problems.println(
          "*** 测试 TEST *** 接受测试证书，不得用于真实结算 / test certificates are taken here:"
              + " never where real money moves");
    }
    return profile;
  }

  TrustProfile profile() {
    return profile;
  }
}
