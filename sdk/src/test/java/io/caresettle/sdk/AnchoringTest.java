package io.caresettle.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.ChainHead;
import io.caresettle.centre.SignIn;
import io.caresettle.centre.SignedIn;
import io.caresettle.journal.AuditHead;
import io.caresettle.journal.Journal;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a till shows of its audit chain")
class AnchoringTest {

  private static final String NONE = "0".repeat(64);

  /** A journal that only grows. */
  private static final class Growing {
    private final List<String> asked = new ArrayList<>();
    private long position;

    Journal journal() {
      return (Journal)
          Proxy.newProxyInstance(
              Journal.class.getClassLoader(),
              new Class<?>[] {Journal.class},
              (self, method, arguments) -> {
                asked.add(method.getName());
                return switch (method.getName()) {
                  case "head" -> new AuditHead("life", position, NONE);
                  case "anchors" -> List.of();
                  case "slot" -> 7;
                  case "epoch" -> "life";
                  default -> throw new UnsupportedOperationException(method.getName());
                };
              });
    }
  }

  /** A centre that takes for a copy what signs in with less than it has seen. */
  private static final class Strict {
    private long newest;
    private int copies;
    private int signIns;

    void settled(ChainHead head) {
      newest = Math.max(newest, head.position());
    }

    boolean signedIn(SignIn shown) {
      long position = shown.head().orElseThrow().position();
      signIns++;
      boolean copy = position < newest;
      copies += copy ? 1 : 0;
      newest = Math.max(newest, position);
      return copy;
    }
  }

  private static SignedIn answer() {
    return new SignedIn(
        Instant.parse("2026-11-20T02:00:00Z"), LocalDate.of(2026, 11, 20), "2026-11");
  }

  @Test
  void twoHundredSettlementsThatOvertakeTheSignInsMakeNoCopyOfIt() {
    for (long seed = 0; seed < 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Growing till = new Growing();
      Anchoring anchoring = new Anchoring(till.journal(), "TEST00000001", "test");
      Strict centre = new Strict();
      List<ChainHead> settling = new ArrayList<>();
      List<SignIn> signingIn = new ArrayList<>();
      int settled = 0;
      while (settled < 200) {
        till.position += random.nextInt(3);
        switch (random.nextInt(6)) {
          case 0 -> {
            // One at a time; one that nobody answered may be said again, and arrive as well.
            if (signingIn.size() < 3) {
              signingIn.add(anchoring.signIn());
            }
          }
          case 1 -> {
            if (!signingIn.isEmpty()) {
              assertFalse(
                  centre.signedIn(signingIn.remove(random.nextInt(signingIn.size()))),
                  "seed " + seed);
              if (signingIn.isEmpty()) {
                anchoring.answered(answer());
              }
            }
          }
          case 2, 3 -> {
            settling.add(anchoring.chainHead());
            settled++;
          }
          default -> {
            if (!settling.isEmpty()) {
              centre.settled(settling.remove(random.nextInt(settling.size())));
            }
          }
        }
      }
      assertEquals(0, centre.copies);
      assertTrue(centre.signIns > 20, centre.signIns + " sign-ins");

      // And one that was restored from before all that is a copy still.
      Growing restored = new Growing();
      assertTrue(
          centre.signedIn(new Anchoring(restored.journal(), "TEST00000001", "test").signIn()));
    }
  }

  @Test
  void afterAnAnswerItShowsWhatIsWrittenSince() {
    Growing till = new Growing();
    Anchoring anchoring = new Anchoring(till.journal(), "TEST00000001", "test");
    till.position = 10;
    assertEquals(0, anchoring.chainHead().position(), "before the first answer");
    SignIn first = anchoring.signIn();
    assertEquals(0, first.head().orElseThrow().position());
    anchoring.answered(answer());
    assertEquals(10, anchoring.chainHead().position());
    assertEquals(10, anchoring.signIn().head().orElseThrow().position());
    till.position = 11;
    assertEquals(10, anchoring.head().position(), "the day's end overtakes it no more than a sale");
  }

  @Test
  void theReceiptIsReadBeforeTheHead() {
    Growing till = new Growing();
    Anchoring anchoring = new Anchoring(till.journal(), "TEST00000001", "test");
    anchoring.answered(answer());
    till.asked.clear();
    SignIn unused = anchoring.signIn();
    assertTrue(
        till.asked.indexOf("anchors") < till.asked.indexOf("head"), () -> till.asked.toString());
  }
}
