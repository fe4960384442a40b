package io.caresettle.centre.sealed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.Refusal;
import io.caresettle.centre.Reply;
import io.caresettle.problem.NextStep;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A question that may be asked again")
class AgainTest {

  private static final Duration WITHIN = Duration.ofSeconds(30);

  private final Deque<Reply<String>> replies = new ArrayDeque<>();
  private final List<Duration> asked = new ArrayList<>();

  private Reply<String> ask(Duration within) {
    return Again.untilAnswered(
        within,
        left -> {
          asked.add(left);
          return replies.remove();
        });
  }

  private static Reply<String> lost() {
    return new Reply.NoAnswer<>("lost");
  }

  private static Reply<String> notSent() {
    return new Reply.NotSent<>("no session");
  }

  @Test
  void isAskedOnceWhereThereIsAnAnswer() {
    replies.add(new Reply.Answered<>("yes"));
    assertEquals(new Reply.Answered<>("yes"), ask(WITHIN));
    assertEquals(List.of(Duration.ofSeconds(10)), asked);
  }

  @Test
  void isAskedAgainWhileAnswersAreLostAndNoLongerThanItMay() {
    replies.addAll(List.of(lost(), lost(), new Reply.Answered<>("yes")));
    assertEquals(new Reply.Answered<>("yes"), ask(WITHIN));
    assertTrue(asked.stream().allMatch(left -> left.compareTo(WITHIN) <= 0), asked::toString);
    assertTrue(asked.get(2).compareTo(asked.get(1)) > 0, "the last try has all that is left");
  }

  @Test
  void isGivenUpInTheEnd() {
    replies.addAll(List.of(lost(), lost(), lost(), new Reply.Answered<>("too late")));
    assertInstanceOf(Reply.NoAnswer.class, ask(WITHIN));
  }

  @Test
  void isNotSaidNotToHaveLeftWhenAnEarlierTryDid() {
    replies.addAll(List.of(lost(), notSent(), notSent()));
    assertInstanceOf(Reply.NoAnswer.class, ask(WITHIN));
    replies.addAll(List.of(notSent(), notSent(), notSent()));
    assertInstanceOf(Reply.NotSent.class, ask(WITHIN));
  }

  @Test
  void isNotAskedAgainOfWhoeverSaidNoOrIsNotTheCentre() {
    replies.add(new Reply.Refused<>(new Refusal("NO", "不", "no", "", NextStep.STOP_THE_SALE)));
    assertInstanceOf(Reply.Refused.class, ask(WITHIN));
    replies.add(new Reply.NotAuthentic<>(true, "forged"));
    assertInstanceOf(Reply.NotAuthentic.class, ask(WITHIN));
    assertEquals(2, asked.size());
  }

  @Test
  void isNotAskedAgainWhereTimeIsOverOrSomebodyInterrupts() {
    replies.add(lost());
    assertInstanceOf(Reply.NoAnswer.class, ask(Duration.ZERO));
    replies.add(lost());
    Thread.currentThread().interrupt();
    assertInstanceOf(Reply.NoAnswer.class, ask(WITHIN));
    assertTrue(Thread.interrupted());
    assertEquals(2, asked.size());
  }
}
