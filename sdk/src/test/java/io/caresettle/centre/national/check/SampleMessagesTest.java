package io.caresettle.centre.national.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.caresettle.centre.national.Samples;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.profile.Profile;
import io.caresettle.centre.national.profile.Profiles;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The sample messages get through as they are")
class SampleMessagesTest {

  private static final Profile BASE = Profiles.shipped("base");

  @Test
  @DisplayName("no request is refused, neither by the sender nor by the platform")
  void requests() {
    List<String> refused = new ArrayList<>();
    for (String transaction : Samples.TRANSACTIONS) {
      var input = Samples.request(transaction).node("input").orElseThrow();
      MessageCheck.sender(BASE).input(transaction, input).stream()
          .filter(Finding::refuses)
          .forEach(finding -> refused.add(transaction + ' ' + finding));
      MessageCheck.platform(BASE).input(transaction, input).stream()
          .filter(Finding::refuses)
          .forEach(finding -> refused.add(transaction + " platform " + finding));
    }
    assertEquals(List.of(), refused);
  }

  @Test
  @DisplayName("no answer is refused")
  void answers() {
    List<String> refused = new ArrayList<>();
    for (String transaction : Samples.TRANSACTIONS) {
      var output = Samples.answer(transaction).node("output").orElse(Node.EMPTY);
      MessageCheck.platform(BASE).output(transaction, output).stream()
          .filter(Finding::refuses)
          .forEach(finding -> refused.add(transaction + ' ' + finding));
    }
    assertEquals(List.of(), refused);
  }
}
