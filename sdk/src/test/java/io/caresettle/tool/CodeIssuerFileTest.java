package io.caresettle.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.code.CodeIssuerKeys;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import io.caresettle.protocol.sm.Sm2PublicKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file of the issuers of test codes")
class CodeIssuerFileTest {

  private final Sm2PublicKey key = Sm2PrivateKey.generate(new SecureRandom()).publicKey();

  @TempDir private Path folder = Path.of("");

  private CodeIssuerKeys read(String... lines) throws IOException {
    return CodeIssuerFile.read(Files.write(folder.resolve("issuers.txt"), List.of(lines)));
  }

  @Test
  @DisplayName("names a key a line, and nobody else's")
  void named() throws IOException {
    CodeIssuerKeys keys = read("# ours", "", "  TEST1  " + key.hex() + " ");
    assertEquals(Optional.of(key.hex()), keys.find("TEST1").map(Sm2PublicKey::hex));
    assertEquals(Optional.empty(), keys.find("TEST2"));
  }

  @Test
  @DisplayName("is refused with the line that is none, or says an id a second time")
  void refused() {
    for (String wrong : List.of("TEST2", "TEST2 04ab", "TEST2 xyz", "TEST1 " + key.hex())) {
      Misuse fault = assertThrows(Misuse.class, () -> read("TEST1 " + key.hex(), wrong));
      assertTrue(fault.toString().contains("line 2"), fault::toString);
    }
  }

  @Test
  @DisplayName("lies among the samples, of the simulator")
  void sample() {
    Path sample = Path.of("../samples/gateway/code-issuers.txt");
    assertTrue(CodeIssuerFile.read(sample).find("TEST0001").isPresent());
  }
}
