package io.caresettle.protocol.keystore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.sm.InsecureSecretAccess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A password from the operating system's store")
class CommandPasswordTests {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @Test
  void isTheFirstLineThatTheCommandPrints() {
    // A program that is there wherever these tests run, and prints a line that we know.
    CommandPassword source = CommandPassword.printedBy(List.of(JAVA, "--version"));
    try (Password password = source.password("till.p12")) {
      String line = new String(password.characters(InsecureSecretAccess.get()));
      assertTrue(line.contains(System.getProperty("java.version")), line);
    }
  }

  @Test
  void isNotThereWhenTheCommandFails() {
    CommandPassword source = CommandPassword.printedBy(List.of(JAVA, "--no-such-option"));
    assertNone(source);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void isNotWaitedForWhenSomethingThatTheCommandStartedKeepsItsOutputOpen() {
    CommandPassword source =
        CommandPassword.printedBy(
            List.of("sh", "-c", "sleep 90; echo late password"), Duration.ofMillis(300));
    assertTimeoutPreemptively(Duration.ofSeconds(45), () -> assertNone(source));
  }

  @Test
  void isNotThereWhenThereIsNoSuchCommand() {
    assertNone(CommandPassword.printedBy(List.of("no-such-program-anywhere", "secret-argument")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Windows 11", "Mac OS X", "Linux"})
  void isAskedForAsEachSystemWantsIt(String system) {
    List<String> command = CommandPassword.ofThisSystem(system, "till-3").command();
    assertTrue(
        List.of("powershell", "security", "secret-tool").contains(command.get(0)),
        command.toString());
    assertTrue(String.join(" ", command).contains("till-3"));
  }

  @Test
  void hasANameThatNoCommandTakesForSomethingElse() {
    assertThrows(
        IllegalArgumentException.class,
        () -> CommandPassword.ofThisSystem("Windows 11", "till'; Remove-Item *"));
  }

  @Test
  void isWipedWhenItIsClosed() {
    Password password = Password.copyOf("12345678".toCharArray());
    password.close();
    assertArrayEquals(new char[8], password.characters(InsecureSecretAccess.get()));
  }

  private static void assertNone(CommandPassword source) {
    KeyStoreUnavailable refused =
        assertThrows(KeyStoreUnavailable.class, () -> source.password("till.p12"));
    assertEquals(KeyStoreUnavailable.Why.NO_PASSWORD, refused.why());
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains("till.p12") && !message.contains("secret-argument"), message);
  }
}
