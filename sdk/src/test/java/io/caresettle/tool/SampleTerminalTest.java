package io.caresettle.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.caresettle.operator.OperatorRole;
import io.caresettle.protocol.keys.PartyKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTerminalTest {

  private static final Path SAMPLE = Path.of("../samples/gateway/terminal.yaml");

  @TempDir private Path folder = Path.of("");

  @Test
  void theSampleConfigurationIsOneThatTheGatewayReads() throws IOException {
    Path config = Files.copy(SAMPLE, folder.resolve("terminal.yaml"));
    for (String who : List.of("cashier-1", "supervisor-1")) {
      Files.writeString(
          folder.resolve(who + ".public"),
          PartyKeys.generate(who, new SecureRandom()).identity().toText());
    }
    TerminalFile file = TerminalFile.read(config);
    assertEquals("TEST00000002", file.institution().code());
    assertEquals(2, file.centre().addresses().size());
    assertEquals(folder.resolve("recovery.public"), file.recoveryKey().orElseThrow());
    assertEquals(
        List.of(OperatorRole.CASHIER, OperatorRole.SUPERVISOR),
        file.operators().stream().map(each -> each.operator().role()).toList());
  }
}
