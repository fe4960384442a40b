package io.caresettle.settlement;

import io.caresettle.centre.Cancelled;
import io.caresettle.centre.Evidence;
import io.caresettle.centre.Fate;
import io.caresettle.centre.PreparedReversal;
import io.caresettle.centre.Reply;
import io.caresettle.centre.Undone;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Sends what a turn of the resolver sends, and says what came back as the table understands it. */
final class Courier {

  private final Ledger ledger;
  private final Line line;
  private final SettlerSettings settings;

  Courier(Ledger ledger, Line line, SettlerSettings settings) {
    this.ledger = ledger;
    this.line = line;
    this.settings = settings;
  }

  /** Tells what the centre told; empty when it told nothing that can be believed. */
  void send(Effect effect, Evidence document, Consumer<Supplier<Optional<Event>>> told) {
    if (effect instanceof Effect.Ask ask) {
      line.query(
          ask.message(),
          settings.within(),
          reply ->
              told.accept(
                  () ->
                      reply instanceof Reply.Answered<Fate> fate
                          ? Optional.of(
                              new Event.FateTold(
                                  ask.message().messageId(),
                                  fate.value(),
                                  ledger.now(ask.message().messageId()),
                                  ledger.nextMessageId()))
                          : Optional.empty()));
    } else if (effect instanceof Effect.Undo undo) {
      line.reverse(
          new PreparedReversal(undo.reversalId(), undo.message(), document),
          settings.within(),
          reply -> told.accept(() -> undoTold(undo.message().messageId(), reply)));
    } else if (effect instanceof Effect.Cancel cancel) {
      String id = cancel.prepared().messageId();
      line.cancel(
          cancel.prepared(), settings.within(), reply -> told.accept(() -> cancelTold(id, reply)));
    } else {
      told.accept(Optional::empty);
    }
  }

  private Optional<Event> undoTold(String messageId, Reply<Undone> reply) {
    if (reply instanceof Reply.Answered<Undone> done) {
      return Optional.of(new Event.UndoneTold(messageId, done.value()));
    } else if (reply instanceof Reply.Refused<Undone> no) {
      return Optional.of(new Event.UndoRefused(messageId, no.refusal(), ledger.now(messageId)));
    }
    return Optional.empty();
  }

  private static Optional<Event> cancelTold(String id, Reply<Cancelled> reply) {
    if (reply instanceof Reply.Answered<Cancelled> done) {
      return Optional.of(new Event.CancelDone(id, done.value()));
    } else if (reply instanceof Reply.Refused<Cancelled> no) {
      return Optional.of(new Event.CancelRefused(id, no.refusal()));
    }
    return Optional.empty();
  }
}
