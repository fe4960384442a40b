package io.caresettle.protocol.link;

import static io.caresettle.protocol.link.Counter.loopback;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whoever finds lines")
class DiallerTests {

  private static final InetSocketAddress FIRST = loopback(1);
  private static final InetSocketAddress SECOND = loopback(2);

  private final EmbeddedChannel time = new EmbeddedChannel();
  private final List<InetSocketAddress> dialled = new ArrayList<>();
  private final List<CompletableFuture<Dialled>> attempts = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  /** Always the longest pause, so that a test knows when it is over. */
  private final RandomGenerator longest =
      new RandomGenerator() {
        @Override
        public long nextLong() {
          return 0;
        }

        @Override
        public long nextLong(long bound) {
          return bound - 1;
        }
      };

  private final Dialler dialler = dialler(List.of(FIRST, SECOND));

  private Dialler dialler(List<InetSocketAddress> addresses) {
    time.freezeTime();
    return new Dialler(
        time.eventLoop(),
        addresses,
        (address, keeper) -> {
          dialled.add(address);
          CompletableFuture<Dialled> attempt = new CompletableFuture<>();
          attempts.add(attempt);
          return attempt;
        },
        LinkSettings.standard().withRandom(longest),
        new News(LinkListener.NONE, "nobody"),
        "CENTRE-TEST");
  }

  private void find(String name) {
    dialler.find(
        new Dialler.Waiter() {
          @Override
          public void found(Line line) {
            told.add(name + " found");
          }

          @Override
          public void failed(Reply.NotSent reason) {
            told.add(name + " " + reason.why());
          }
        });
    time.runPendingTasks();
  }

  private void fails(Reply.NotSent.Why why) {
    last().complete(new Dialled.Failed(new Reply.NotSent(why, "no")));
    time.runPendingTasks();
  }

  private Line opens() {
    Wire wire = new Wire();
    Line line =
        new Line(
            wire.channel,
            wire.ends.terminal(),
            LinkSettings.standard(),
            new News(LinkListener.NONE, "nobody"),
            dialler);
    last().complete(new Dialled.Opened(line));
    time.runPendingTasks();
    return line;
  }

  private CompletableFuture<Dialled> last() {
    return attempts.get(attempts.size() - 1);
  }

  private void pass(Duration duration) {
    time.advanceTimeBy(duration.toNanos(), TimeUnit.NANOSECONDS);
    time.runPendingTasks();
  }

  @Test
  void makesOneAttemptForHoweverManyCalls() {
    for (int call = 0; call < 100; call++) {
      find("C" + call);
    }
    assertEquals(List.of(FIRST), dialled);
    opens();
    assertEquals(100, told.size());
    assertTrue(told.stream().allMatch(word -> word.endsWith("found")));
  }

  @Test
  void goesToTheNextAddressAndTellsWhoWaitsOnlyWhenAllHaveFailed() {
    find("A");
    fails(Reply.NotSent.Why.NOT_THE_CENTRE);
    assertEquals(List.of(), told);
    fails(Reply.NotSent.Why.UNREACHABLE);
    assertEquals(List.of(FIRST, SECOND), dialled);
    assertEquals(List.of("A NOT_THE_CENTRE"), told, "the graver reason");
  }

  @Test
  void keepsToTheLastGoodAddress() {
    find("A");
    fails(Reply.NotSent.Why.UNREACHABLE);
    Line line = opens();
    line.linkClosed("broken");
    time.runPendingTasks();
    pass(Duration.ofSeconds(1));
    assertEquals(List.of(FIRST, SECOND, SECOND), dialled);
  }

  @Test
  void waitsBeforeTheNextAttemptHoweverManyAsk() {
    find("A");
    fails(Reply.NotSent.Why.UNREACHABLE);
    fails(Reply.NotSent.Why.UNREACHABLE);
    for (int call = 0; call < 100; call++) {
      find("C" + call);
    }
    pass(Duration.ofMillis(499));
    assertEquals(2, dialled.size());
    pass(Duration.ofMillis(1));
    assertEquals(3, dialled.size());
  }

  @Test
  void waitsTwiceAsLongEachTimeUpToTheCap() {
    find("A");
    fails(Reply.NotSent.Why.UNREACHABLE);
    fails(Reply.NotSent.Why.UNREACHABLE);
    for (long millis : new long[] {500, 1_000, 2_000, 4_000, 5_000, 5_000}) {
      int before = dialled.size();
      find("B");
      pass(Duration.ofMillis(millis - 1));
      assertEquals(before, dialled.size());
      pass(Duration.ofMillis(1));
      assertEquals(before + 1, dialled.size());
      fails(Reply.NotSent.Why.UNREACHABLE);
      fails(Reply.NotSent.Why.UNREACHABLE);
    }
  }

  @Test
  void connectsAgainByItselfAfterABreakAndNotAfterItIsClosed() {
    find("A");
    Line line = opens();
    line.linkClosed("broken");
    time.runPendingTasks();
    assertEquals(1, dialled.size());
    pass(Duration.ofMillis(500));
    assertEquals(2, dialled.size());
    fails(Reply.NotSent.Why.UNREACHABLE);
    fails(Reply.NotSent.Why.UNREACHABLE);
    dialler.close();
    time.runPendingTasks();
    pass(Duration.ofMinutes(1));
    assertEquals(3, dialled.size());
    find("B");
    assertEquals("B LINK_CLOSED", told.get(told.size() - 1));
  }

  @Test
  void makesTheNewLineBeforeItLeavesTheOldOne() {
    find("A");
    Line old = opens();
    dialler.due(old);
    time.runPendingTasks();
    assertEquals(2, dialled.size());
    find("B");
    assertEquals(List.of("A found", "B found"), told, "the old one goes on meanwhile");
    Line fresh = opens();
    assertTrue(!old.takesCalls() && fresh.takesCalls());
    assertEquals(fresh, dialler.line().orElseThrow());
  }

  @Test
  void tellsWhoWaitsWhenItIsClosed() {
    find("A");
    dialler.close();
    time.runPendingTasks();
    assertEquals(List.of("A LINK_CLOSED"), told);
    assertTrue(last().isCancelled());
  }

  @Test
  void tellsWhoseTurnItIsThoughAnotherAddressIsDead() {
    for (Reply.NotSent.Why why :
        List.of(
            Reply.NotSent.Why.CERTIFICATE_REFUSED,
            Reply.NotSent.Why.OTHER_VERSION,
            Reply.NotSent.Why.TLS,
            Reply.NotSent.Why.HANDSHAKE_BROKEN)) {
      find("A");
      pass(Duration.ofSeconds(5));
      fails(Reply.NotSent.Why.UNREACHABLE);
      fails(why);
      assertEquals("A " + why, told.get(told.size() - 1));
    }
    for (Reply.NotSent.Why why :
        List.of(
            Reply.NotSent.Why.CERTIFICATE_REFUSED,
            Reply.NotSent.Why.OTHER_VERSION,
            Reply.NotSent.Why.TLS)) {
      find("B");
      pass(Duration.ofSeconds(5));
      fails(Reply.NotSent.Why.HANDSHAKE_BROKEN);
      fails(why);
      assertEquals("B " + why, told.get(told.size() - 1));
    }
  }

  @Test
  void hasNoFailureToTellOfWhileALineServesThatIsDue() {
    find("A");
    Line old = opens();
    dialler.due(old);
    time.runPendingTasks();
    fails(Reply.NotSent.Why.UNREACHABLE);
    fails(Reply.NotSent.Why.UNREACHABLE);
    assertTrue(old.takesCalls());
    assertTrue(dialler.lastFailure().isEmpty());
    old.linkClosed("broken");
    time.runPendingTasks();
    assertTrue(dialler.lastFailure().isPresent());
  }
}
