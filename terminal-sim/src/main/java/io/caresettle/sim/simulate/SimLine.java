package io.caresettle.sim.simulate;

import io.caresettle.centre.Evidence;
import io.caresettle.centre.Fate;
import io.caresettle.centre.Opaque;
import io.caresettle.centre.PreparedReversal;
import io.caresettle.centre.PreparedSettlement;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Reply;
import io.caresettle.centre.Reservation;
import io.caresettle.centre.ReverseRequest;
import io.caresettle.centre.SettleMessage;
import io.caresettle.centre.SettleRequest;
import io.caresettle.centre.Trial;
import io.caresettle.centre.TrialRequest;
import io.caresettle.centre.Undone;
import io.caresettle.centre.sealed.SealedMessage;
import io.caresettle.journal.RecordType;
import io.caresettle.problem.JournalUnavailable;
import io.caresettle.settlement.Line;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The way of one process to the centre: real messages in the one queue of events. */
final class SimLine implements Line {

  /** Hears of receipts that came when nobody waited for them any more. */
  interface LateReceipts {
    void late(Receipt receipt);
  }

  private final World world;
  private final Station station;
  private final SimJournal journal;
  private final Life life;
  private final LateReceipts lateReceipts;
  private final Dice dice;
  private final Misreading misreading;
  private final Map<String, SettleMessage> unanswered = new HashMap<>();
  private final Map<String, SettleRequest> requests = new HashMap<>();

  SimLine(World world, Station station, SimJournal journal, Life life, LateReceipts lateReceipts) {
    this.world = world;
    this.station = station;
    this.journal = journal;
    this.life = life;
    this.lateReceipts = lateReceipts;
    this.dice = world.dice("line of " + life);
    this.misreading = new Misreading(world.defect);
  }

  @Override
  public void trial(TrialRequest request, Duration within, Consumer<Reply<Trial>> told) {
    ask(station.messages().trial(request), request.bill().id().number(), within, told);
  }

  @Override
  public void reserve(Duration within, Consumer<Reply<Reservation>> told) {
    boolean there = world.network.isThere();
    later(
        dice.millis(0, 40),
        () ->
            told.accept(
                there
                    ? new Reply.Answered<>(Reservation.NONE)
                    : new Reply.NotSent<>("the centre is away")));
  }

  @Override
  public void settle(
      PreparedSettlement prepared,
      Reservation way,
      Duration within,
      Consumer<Reply<Receipt>> told) {
    way.close();
    SettleMessage message = prepared.message();
    station.mustBeDurable(message.bill(), RecordType.SETTLE_INTENT, message.messageId());
    Optional<SealedMessage<Receipt>> asked = station.messages().settle(prepared);
    if (asked.isEmpty() || !world.network.isThere()) {
      told.accept(new Reply.NotSent<>("the line broke before"));
      return;
    }
    unanswered.put(message.messageId(), message);
    Consumer<Reply<Receipt>> late =
        reply -> {
          if (reply instanceof Reply.Answered<Receipt> answered
              && unanswered.remove(message.messageId()) != null) {
            lateReceipts.late(answered.value());
          }
        };
    send(
        asked.get(),
        message.messageId(),
        message.bill().number(),
        within,
        reply -> {
          if (!(reply instanceof Reply.NoAnswer || reply instanceof Reply.NotAuthentic)) {
            unanswered.remove(message.messageId());
          }
          if (reply instanceof Reply.Answered<Receipt> answered) {
            station.answered(answered.value());
          }
          told.accept(reply);
        },
        late);
  }

  @Override
  public void query(SettleMessage message, Duration within, Consumer<Reply<Fate>> told) {
    ask(
        station.messages().query(message),
        message.bill().number(),
        within,
        reply -> {
          if (reply instanceof Reply.Answered<Fate> known
              && !(known.value() instanceof Fate.NotFound)) {
            unanswered.remove(message.messageId());
          }
          told.accept(misreading.fate(message.messageId(), reply));
        });
  }

  @Override
  public void reverse(PreparedReversal prepared, Duration within, Consumer<Reply<Undone>> told) {
    String original = prepared.original().messageId();
    station.mustBeDurable(
        prepared.original().bill(), RecordType.REVERSE_INTENT, prepared.messageId());
    if (misreading.believesUndone(original)) {
      told.accept(
          new Reply.Answered<>(
              new Undone(
                  Optional.empty(),
                  world.agenda.instant(),
                  new Evidence("", Opaque.copyOf(new byte[0])))));
      return;
    }
    Optional<SealedMessage<Undone>> asked = station.messages().reverse(prepared);
    if (asked.isEmpty()) {
      told.accept(new Reply.NotSent<>("the document that was kept cannot be read"));
      return;
    }
    ask(
        asked.get(),
        prepared.original().bill().number(),
        within,
        reply -> {
          if (reply instanceof Reply.Answered<Undone>) {
            unanswered.remove(original);
            useQuoteAgain(original);
          }
          told.accept(reply);
        });
  }

  /** Only a defective till does: the patient's old quote goes out under a new message. */
  private void useQuoteAgain(String original) {
    SettleRequest used = requests.remove(original);
    if (world.has(Defect.QUOTE_USED_TWICE) && used != null) {
      SettleMessage again = new SettleMessage(journal.nextMessageId(), used.message().bill());
      SealedMessage<Receipt> sent =
          station
              .messages()
              .settle(
                  prepare(
                      new SettleRequest(
                          again,
                          used.reference(),
                          used.bodyDigest(),
                          used.body(),
                          used.cut(),
                          used.confirmed(),
                          used.operator(),
                          used.time())))
              .orElseThrow();
      send(sent, again.messageId(), again.bill().number(), Duration.ofSeconds(5), r -> {}, r -> {});
    }
  }

  @Override
  public PreparedSettlement prepare(SettleRequest request) {
    requests.put(request.message().messageId(), request);
    return station.messages().prepare(request);
  }

  @Override
  public PreparedReversal prepare(ReverseRequest request) {
    return station.messages().prepare(request);
  }

  @Override
  public boolean canSend(Evidence kept) {
    return station.messages().canSend(kept);
  }

  private <T> void ask(
      SealedMessage<T> asked, String bill, Duration within, Consumer<Reply<T>> told) {
    String id;
    try {
      id = journal.nextMessageId();
    } catch (JournalUnavailable e) {
      told.accept(new Reply.NoAnswer<>("no message id can be had"));
      return;
    }
    send(asked, id, bill, within, told, late -> {});
  }

  private <T> void send(
      SealedMessage<T> asked,
      String id,
      String bill,
      Duration within,
      Consumer<Reply<T>> told,
      Consumer<Reply<T>> late) {
    boolean[] over = {false};
    Consumer<Reply<T>> once =
        reply -> {
          if (over[0]) {
            late.accept(reply);
          } else {
            over[0] = true;
            told.accept(reply);
          }
        };
    station.exchange(
        life,
        asked.type(),
        id,
        bill,
        asked.bytes(),
        (type, answer) ->
            once.accept(
                answer
                    .map(bytes -> station.messages().read(asked, station.centre(), type, bytes))
                    .orElseGet(() -> new Reply.NotAuthentic<>(true, "the seal does not open"))));
    later(
        within,
        () -> {
          if (!over[0]) {
            over[0] = true;
            told.accept(new Reply.NoAnswer<>("silence"));
          }
        });
  }

  private void later(Duration wait, Runnable task) {
    var unused = world.agenda.after(wait, life, task);
  }
}
