package io.caresettle.tool;

import io.caresettle.protocol.keystore.Password;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which running gateway a command talks to, and who acts. */
final class GatewayOptions {

  @Option(
      names = "--gateway",
      defaultValue = "http://127.0.0.1:8686",
      paramLabel = "URL",
      description = "本机网关地址，默认 8686 端口 / the gateway of this machine; port 8686 by default")
  private URI gateway = URI.create("http://127.0.0.1:8686");

  @Option(
      names = "--token-file",
      required = true,
      paramLabel = "FILE",
      description = "网关令牌文件 / the file with the gateway's token")
  private Path tokenFile = Path.of("");

  @Option(
      names = "--operator",
      required = true,
      paramLabel = "ID",
      description = "经办人 / who acts, and signs for it")
  private String operator = "";

  @Mixin private PasswordOptions password;

  GatewayOptions(Console console) {
    password = new PasswordOptions(console);
  }

  GatewayDesk desk() {
    return new GatewayDesk(gateway, tokenFile);
  }

  /** The ticket of the operator's shift. */
  String shift(GatewayDesk desk) {
    try (Password typed = password.forStore(new SecureRandom()).password(operator)) {
      return desk.shift(operator, typed);
    }
  }
}
