package io.caresettle.protocol.keystore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.protocol.keystore.KeyStoreUnavailable.Why;
import io.caresettle.protocol.sm.InsecureSecretAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A password in a file")
class FilePasswordTests {

  @TempDir Path folder;

  @Test
  void isItsFirstLine() throws IOException {
    try (Password password =
        FilePassword.in(file("rw-------", "口令 of a till\r\nmore")).password("s")) {
      assertArrayEquals(
          "口令 of a till".toCharArray(), password.characters(InsecureSecretAccess.get()));
    }
  }

  @Test
  void isRefusedWhereOthersMayReadIt() throws IOException {
    assertNone(file("rw-r-----", "known to the group"));
    assertNone(file("rw----r--", "known to all"));
  }

  @Test
  void isMissedWhereThereIsNone() throws IOException {
    assertNone(file("rw-------", "\nin the second line"));
    assertNone(folder.resolve("nowhere"));
  }

  private void assertNone(Path file) {
    KeyStoreUnavailable none =
        assertThrows(
            KeyStoreUnavailable.class, () -> FilePassword.in(file).password("store.p12").close());
    assertEquals(Why.NO_PASSWORD, none.why());
    assertFalse(String.valueOf(none.getMessage()).contains("known"));
  }

  private Path file(String rights, String text) throws IOException {
    Path file = Files.createTempFile(folder, "password", "");
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
  }
}
