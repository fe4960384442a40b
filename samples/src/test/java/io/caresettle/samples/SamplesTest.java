package io.caresettle.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every sample runs, says what its comment promises, and stays short enough to copy. */
@Timeout(180)
class SamplesTest {

  @Test
  @DisplayName("a card identifies its holder, and nobody else")
  void identifyByCard() {
    String said = output(IdentifyByCard::main);
    assertTrue(said.contains("实名核验通过"), said);
    assertTrue(said.contains("NOT") || said.contains("凭证持有人与登记患者不一致"), said);
  }

  @Test
  @DisplayName("a code on a phone buys cold granules from the personal account")
  void pharmacyPurchaseByCode() {
    String said = output(PharmacyPurchaseByCode::main);
    assertTrue(said.contains("SZ 16"), said);
    assertTrue(said.contains("47.00"), said);
    assertTrue(said.contains("TEST FIGURES"), said);
  }

  @Test
  @DisplayName("a lost answer is unknown, then settled, once")
  void lostAnswer() {
    List<String> said = output(LostAnswer::main).lines().toList();
    assertEquals("第一次 first: 未知 unknown", said.get(0));
    assertTrue(said.get(1).startsWith("然后 then: 已结算 settled"), said.get(1));
    assertEquals("中心有效结算 standing at the centre: 1", said.get(2));
  }

  @Test
  @DisplayName("a POS that crashed finds out after its restart, and the bill is settled once")
  void callerCrashes() {
    String said = output(CallerCrashes::main);
    assertTrue(said.contains("未入账 not booked yet: TEST00000002/POS-0003"), said);
    assertTrue(said.contains("已结算 settled"), said);
    assertTrue(said.contains("剩余 left: 0, settled once: 1"), said);
  }

  @Test
  @DisplayName("a till that enrolled with a code signs in with its own certificates")
  void enrolATill() {
    String said =
        output(
            args -> {
              try {
                EnrolATill.main(args);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    assertTrue(said.contains("已签到 signed in"), said);
    assertTrue(said.contains("TILL-3"), said);
  }

  @Test
  @DisplayName("no sample is longer than 60 lines")
  void samplesAreShort() throws IOException {
    try (Stream<Path> sources = Files.list(Path.of("src/main/java/io/caresettle/samples"))) {
      for (Path source : sources.toList()) {
        int lines = Files.readAllLines(source).size();
        assertTrue(lines <= 60, source + " has " + lines + " lines");
      }
    }
  }

  private interface Sample {
    void run(String... args);
  }

  private static String output(Sample sample) {
    return String.join("\n", Output.of(sample::run));
  }
}
