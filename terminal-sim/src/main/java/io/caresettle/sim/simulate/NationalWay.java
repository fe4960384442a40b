package io.caresettle.sim.simulate;

import io.caresettle.centre.Reply;
import io.caresettle.centre.national.envelope.Incoming;
import io.caresettle.centre.national.envelope.Outgoing;
import io.caresettle.centre.national.envelope.Verdict;
import io.caresettle.centre.national.exchange.Exchange;
import io.caresettle.centre.national.message.Limits;
import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Unreadable;
import io.caresettle.centre.national.profile.ErrorText;
import io.caresettle.journal.RecordType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The way of one process to the national endpoint, in the place of its HTTP line. Who asks on a
 * strand waits in virtual time and suffers the weather; who asks otherwise is answered at once.
 */
final class NationalWay implements Exchange {

  /** What a gateway says that could not ask, or was not told. */
  private static final String UNHEARD = "调用医保接口返参为空";

  /** A text that no table of any province has. */
  private static final String UNHEARD_OF = "E-7793 业务处理异常，请联系管理员";

  private static final Set<String> SETTLING = Set.of("2102", "2207", "2304");

  private static final String BUSY = "结算进行中，请勿重复操作";

  private final NationalTown town;
  private final World world;
  private final int till;
  private final Disk disk;
  private final Dice dice;
  private final Map<String, String> sent;
  private String firstSettlement = "";

  /**
   * @param sent what went out under which message id, in all lives of the institution
   */
  NationalWay(NationalTown town, int till, Disk disk, Life life, Map<String, String> sent) {
    this.town = town;
    this.world = town.world();
    this.till = till;
    this.disk = disk;
    this.dice = world.dice("gateway of " + life);
    this.sent = sent;
  }

  /** One request on its way, which may be there twice. */
  private final class Asked {
    private final Outgoing request;
    private final String what;
    private final Strands.Strand strand;
    private @Nullable Reply<Incoming> reply;
    private boolean turnedAway;
    private boolean done;

    Asked(Outgoing request, Strands.Strand strand) {
      this.request = request;
      this.strand = strand;
      String id = request.messageId();
      this.what = request.transaction() + ' ' + id.substring(id.length() - 10);
    }

    Reply<Incoming> within(Duration deadline) {
      world.chronicle.tell("T" + till, "sends " + what);
      world.network.carry(till, true, what, this::arrives);
      var unused =
          world.agenda.after(deadline, Life.WORLD, () -> tell(new Reply.NoAnswer<>("silence")));
      while (reply == null) {
        strand.await();
      }
      return reply;
    }

    private void tell(Reply<Incoming> told) {
      if (reply == null) {
        reply = told;
        noteUndecided(request, told);
        strand.resume();
      }
    }

    private void arrives(Network.Arrival arrival) {
      if (arrival != Network.Arrival.WHOLE) {
        back(Network.Arrival.SPOILED, new byte[0]);
      } else if (!done && isTurnedAway()) {
        // Whoever was turned away once is not let in by another copy.
        turnedAway = true;
        refuse(dice.happens(300) ? BUSY : dice.happens(300) ? UNHEARD : UNHEARD_OF);
      } else if (!turnedAway) {
        Optional<byte[]> answer = town.serve(request.bytes(), request.transaction());
        if (answer.isPresent()) {
          done = true;
          world.chronicle.tell("platform", "answers " + what + verdict(answer.get()));
          served(answer.get());
        }
      }
    }

    /** Of all gateways' words, those to a reversal are known least. */
    private boolean isTurnedAway() {
      int often = world.weather.corrupt();
      return world.isStorm()
          && dice.happens(request.transaction().equals("2601") ? 3 * often : often);
    }

    /** What the gateway makes of an answer. */
    private void served(byte[] answer) {
      if (world.isStorm() && dice.happens(world.weather.corrupt())) {
        boolean reversal = request.transaction().equals("2601");
        refuse(reversal && dice.happens(500) ? UNHEARD_OF : UNHEARD);
      } else {
        back(Network.Arrival.WHOLE, answer);
      }
    }

    private void refuse(String text) {
      world.chronicle.tell("gateway", "says of " + what + ": " + text);
      back(
          Network.Arrival.WHOLE,
          ("{\"infcode\":\"-1\",\"err_msg\":\"" + text + "\",\"output\":{}}")
              .getBytes(StandardCharsets.UTF_8));
    }

    private void back(Network.Arrival whole, byte[] answer) {
      world.network.carry(
          till,
          false,
          "the answer to " + what,
          arrival ->
              tell(
                  arrival == Network.Arrival.WHOLE && whole == Network.Arrival.WHOLE
                      ? read(answer)
                      : new Reply.NoAnswer<>("502 and half a page")));
    }
  }

  @Override
  public CompletionStage<Reply<Incoming>> send(Outgoing request, Duration deadline) {
    Optional<Strands.Strand> strand = Strands.current();
    return CompletableFuture.completedFuture(
        strand.isPresent() ? ask(request, deadline, strand.get()) : atOnce(request));
  }

  /** Only a defective till does: the id of the first settlement for those after it. */
  private Outgoing underOldId(Outgoing request) {
    if (!town.has(NationalDefect.ONE_ID_FOR_TWO) || !SETTLING.contains(request.transaction())) {
      return request;
    }
    firstSettlement = firstSettlement.isEmpty() ? request.messageId() : firstSettlement;
    return Outgoing.read(request.whole().with("msgid", firstSettlement));
  }

  private Reply<Incoming> ask(Outgoing made, Duration deadline, Strands.Strand strand) {
    Outgoing request = underOldId(made);
    mustBeDurable(request);
    mustBeNew(request);
    if (!town.isUp() || !world.network.isThere()) {
      return new Reply.NotSent<>("connection refused");
    }
    // The flows count what is left of a deadline by the machine's clock, which stands still here.
    return new Asked(request, strand).within(Duration.ofSeconds(deadline.toSeconds() + 1));
  }

  private Reply<Incoming> atOnce(Outgoing request) {
    return town.serve(request.bytes(), request.transaction())
        .<Reply<Incoming>>map(this::read)
        .orElseGet(() -> new Reply.NotSent<>("the platform is down"));
  }

  /** A reversal refused in words that no table has: nobody knows whether it undid. */
  private void noteUndecided(Outgoing request, Reply<Incoming> reply) {
    if (!request.transaction().equals("2601")
        || !(reply instanceof Reply.Answered<Incoming> a)
        || !(Verdict.of(town.profile(), "2601", a.value()) instanceof Verdict.Refused no)
        || no.meaning() != ErrorText.Meaning.REFUSED) {
      return;
    }
    request
        .input()
        .node("data")
        .flatMap(data -> data.text("omsgid"))
        .flatMap(disk::billOf)
        .ifPresent(world.undecided::add);
  }

  private Reply<Incoming> read(byte[] answer) {
    try {
      return new Reply.Answered<>(Incoming.read(answer, town.profile().gateway(), Limits.USUAL));
    } catch (Unreadable e) {
      return new Reply.NoAnswer<>("no message: " + e.getMessage());
    }
  }

  private static String verdict(byte[] answer) {
    Node whole = MessageText.read(answer, Limits.USUAL);
    return whole.text("err_msg").filter(text -> !text.isEmpty()).map(t -> ": " + t).orElse("");
  }

  private void mustBeDurable(Outgoing request) {
    Optional<RecordType> type =
        switch (request.transaction()) {
          case "2102", "2207", "2304" -> Optional.of(RecordType.SETTLE_INTENT);
          case "2601" -> Optional.of(RecordType.REVERSE_INTENT);
          case "2103", "2208", "2305" -> Optional.of(RecordType.CANCEL_INTENT);
          case "2201", "2204", "2401", "2301", "2402", "3505A" ->
              Optional.of(RecordType.VISIT_CALL);
          default -> Optional.empty();
        };
    type.filter(kept -> !holds(kept, request.messageId()))
        .ifPresent(
            kept ->
                world.chronicle.violation(
                    "nothing is sent before it is durable",
                    request.transaction(),
                    kept + " " + request.messageId()));
  }

  private boolean holds(RecordType type, String messageId) {
    return disk.bills().stream().anyMatch(bill -> disk.holds(bill, type, messageId));
  }

  private void mustBeNew(Outgoing request) {
    // Under another sign-in it is the same message still.
    String whole = request.transaction() + MessageText.text(request.input());
    String before = sent.putIfAbsent(request.messageId(), whole);
    if (before != null && !before.equals(whole)) {
      world.chronicle.violation(
          "a message id is of one message", request.transaction(), request.messageId());
    }
  }
}
