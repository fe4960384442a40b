package io.caresettle.protocol.keystore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.keystore.KeySet.Generation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A key store that two write at once")
class OneWriterTests {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SIZE = 200_000;

  @TempDir private Path folder = Path.of("");

  @Test
  void isAlwaysTheWholeOfWhatOneOfThemWrote() throws Exception {
    Path file = folder.resolve("till-3.p12");
    inTwo(
        number -> {
          byte[] own = new byte[SIZE];
          Arrays.fill(own, (byte) number);
          for (int i = 0; i < 100; i++) {
            OwnerOnly.write(file, own);
            byte[] there = Files.readAllBytes(file);
            byte[] whole = new byte[SIZE];
            Arrays.fill(whole, there[0]);
            assertEquals(-1, Arrays.mismatch(whole, there));
          }
        });
    assertEquals(List.of("till-3.p12"), names());
  }

  @Test
  void losesNothingThatEitherOfThemAdded() throws Exception {
    Pkcs12Vault vault = vault();
    List<PartyKeys> fresh =
        Stream.generate(() -> PartyKeys.generate("TILL-3", RANDOM)).limit(4).toList();
    inTwo(
        number -> {
          for (PartyKeys each : fresh.subList(2 * number, 2 * number + 2)) {
            vault().update(() -> KeySet.of("TILL-3"), before -> before.with(each));
          }
        });
    assertEquals(
        keyIds(fresh.stream()), keyIds(vault.load().generations().stream().map(Generation::keys)));
  }

  @Test
  void isLeftAsItWasWhereAChangeIsNotOne() {
    Pkcs12Vault vault = vault();
    assertEquals(
        KeyStoreUnavailable.Why.NO_FILE,
        assertThrows(KeyStoreUnavailable.class, () -> vault.update(keys -> keys)).why());
    vault.save(KeySet.of("TILL-3").with(PartyKeys.generate("TILL-3", RANDOM)));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            vault.update(
                keys -> {
                  throw new IllegalArgumentException("not this one");
                }));
    assertEquals(1, vault.load().generations().size());
  }

  @Test
  void isLeftAloneWhileAnotherProgramChangesIt() throws Exception {
    Path file = folder.resolve("till-3.p12");
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OtherProgram.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var said = other.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("has it", said.readLine());
      CompletableFuture<String> seen =
          CompletableFuture.supplyAsync(() -> OwnerOnly.alone(file, () -> text(file)));
      other.outputWriter(StandardCharsets.UTF_8).append("go on\n").flush();
      assertEquals("changed", seen.join());
    } finally {
      other.destroyForcibly();
    }
  }

  /** Has the store to itself until it is told to go on, changes it, and lets go. */
  static final class OtherProgram {
    private OtherProgram() {}

    public static void main(String[] arguments) {
      Path file = Path.of(arguments[0]);
      OwnerOnly.alone(
          file,
          () -> {
            System.out.println("has it");
            try {
              int told = System.in.read();
              return Files.writeString(file, told < 0 ? "nobody said so" : "changed");
            } catch (IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          });
    }
  }

  private static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "nothing yet";
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Pkcs12Vault vault() {
    return Pkcs12Vault.in(
        folder.resolve("till-3.p12"),
        store -> Password.copyOf("a long enough password".toCharArray()),
        RANDOM);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  private static Set<String> keyIds(Stream<PartyKeys> keys) {
    return keys.map(each -> each.identity().keyId()).collect(Collectors.toSet());
  }

  private interface Work {
    void run(int number) throws Exception;
  }

  private static void inTwo(Work work) throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    List<CompletableFuture<Void>> both = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      int number = i;
      CompletableFuture<Void> done = new CompletableFuture<>();
      both.add(done);
      new Thread(
              () -> {
                try {
                  together.await();
                  work.run(number);
                  done.complete(null);
                } catch (Throwable e) {
                  done.completeExceptionally(e);
                }
              })
          .start();
    }
    for (CompletableFuture<Void> each : both) {
      each.get();
    }
  }
}
