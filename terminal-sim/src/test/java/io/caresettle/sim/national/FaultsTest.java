package io.caresettle.sim.national;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A platform that misbehaves as it was told")
@Timeout(120)
class FaultsTest {

  private static byte[] body(RawCaller till, String number, String input) {
    return till.envelope(number, till.nextId(), input).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName("moves the money once and hides it, in every way that it was asked for")
  void afterTheMoneyMoved() throws Exception {
    try (Town town = Town.of("base")) {
      RawCaller till = town.pharmacy();
      NationalFaults faults = town.national.faults();
      int standing = 0;
      faults.next("2102", NationalFaults.Kind.HTTP_500);
      assertEquals(500, till.call("2102", Inputs.drugs("R1")).status());
      assertEquals(++standing, town.centre.settlementsStanding());
      faults.next("2102", NationalFaults.Kind.GARBAGE);
      assertTrue(till.call("2102", Inputs.drugs("R2")).body().contains("Bad Gateway"));
      assertEquals(++standing, town.centre.settlementsStanding());
      faults.next("2102", NationalFaults.Kind.HALF_ANSWER);
      byte[] half = body(till, "2102", Inputs.drugs("R3"));
      assertThrows(IOException.class, () -> till.posted("2102", half));
      assertEquals(++standing, town.centre.settlementsStanding());
      faults.next("2102", NationalFaults.Kind.DUPLICATE);
      till.call("2102", Inputs.drugs("R4")).good();
      assertEquals(++standing, town.centre.settlementsStanding());
      faults.next("2102", NationalFaults.Kind.WRONG_AMOUNTS);
      RawCaller.Answer wrong = till.call("2102", Inputs.drugs("R5")).good();
      assertEquals(++standing, town.centre.settlementsStanding());
      assertEquals(
          wrong.fen("medfee_sumamt") + 10, wrong.fen("acct_pay") + wrong.fen("psn_cash_pay"));
      assertTrue(town.centre.books().balance());
    }
  }

  @Test
  @DisplayName("waits as long as it was told, at its turn, and understands what is typed")
  void delays() {
    try (Town town = Town.of("base")) {
      RawCaller till = town.pharmacy();
      NationalFaults faults = town.national.faults();
      assertTrue(faults.obey("fault 1101#2 delay 300ms").startsWith("已设置"));
      assertTrue(faults.obey("latency 2101 200ms").startsWith("已设置"));
      assertTrue(faults.obey("fault 2102 explode").startsWith("没有这种故障"));
      assertTrue(faults.obey("nonsense").startsWith("不明白"));
      till.call("1101", Inputs.person()).good();
      assertTrue(took(() -> till.call("1101", Inputs.person()).good()).toMillis() >= 300);
      assertTrue(took(() -> till.call("2101", Inputs.drugs("R1")).good()).toMillis() >= 200);
      assertTrue(took(() -> till.call("2101", Inputs.drugs("R1")).good()).toMillis() >= 200);
    }
  }

  private static Duration took(Runnable work) {
    long began = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
