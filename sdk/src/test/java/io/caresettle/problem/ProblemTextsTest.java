package io.caresettle.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Each reason says in both languages what is wrong, and what to do next")
class ProblemTextsTest {

  /** Something is asked of somebody. */
  private static final Pattern TO_DO_ZH = Pattern.compile("请|须|勿|只能|停止");

  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  /** What is wrong, and after a colon what to do about it. */
  private static final Pattern TO_DO_EN = Pattern.compile(".*[\\w)]: \\w.*\\w");

  private static <E extends Enum<E>> void assertSaid(
      E[] all, Function<E, String> zh, Function<E, String> en) {
    Set<String> said = new HashSet<>();
    for (E one : all) {
      String chinese = zh.apply(one);
      String english = en.apply(one);
      assertTrue(TO_DO_ZH.matcher(chinese).find(), one + " does not say what to do: " + chinese);
      assertTrue(TO_DO_EN.matcher(english).matches(), one + " does not say what to do: " + english);
      assertTrue(!CHINESE.matcher(english).find(), english);
      said.addAll(List.of(chinese, english));
    }
    assertEquals(2 * all.length, said.size(), "two say the same");
  }

  @Test
  void aRefusedCredential() {
    assertSaid(
        CredentialRefused.Reason.values(),
        CredentialRefused.Reason::zh,
        CredentialRefused.Reason::en);
  }

  @Test
  void aJournalThatDoesNotServe() {
    assertSaid(
        JournalUnavailable.Reason.values(),
        JournalUnavailable.Reason::zh,
        JournalUnavailable.Reason::en);
  }

  @Test
  void aDeviceThatFails() {
    assertSaid(DeviceFault.Kind.values(), DeviceFault.Kind::zh, DeviceFault.Kind::en);
  }

  @Test
  void whatACashierCanOfferIsSaidInBothLanguages() {
    Stream.of(NextStep.values())
        .forEach(next -> assertTrue(CHINESE.matcher(next.zh()).find() && !next.en().isBlank()));
  }
}
