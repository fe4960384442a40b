package io.caresettle.sim.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.caresettle.gateway.BillNews;
import io.caresettle.sdk.TerminalListener;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whoever listens behind the gateway")
class BillNewsTest {

  @Test
  @DisplayName("hears of everything that a terminal tells")
  void everythingIsPassedOn() {
    List<String> kept =
        Arrays.stream(TerminalListener.class.getMethods())
            .filter(told -> !isPassedOn(told))
            .map(Method::getName)
            .toList();
    assertEquals(List.of(), kept);
  }

  private static boolean isPassedOn(Method told) {
    return Arrays.stream(BillNews.class.getDeclaredMethods())
        .anyMatch(
            m ->
                m.getName().equals(told.getName())
                    && Arrays.equals(m.getParameterTypes(), told.getParameterTypes()));
  }
}
