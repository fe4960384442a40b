package io.caresettle.journal;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a record says of its bill. The names are in the files of every till: never change one. */
public enum RecordType {
  /** The centre tried the bill; no money moved. */
  QUOTED(false),
  /** The patient confirmed, and a settle message is about to be sent: an attempt begins. */
  SETTLE_INTENT(false),
  /** Not one byte of the attempt left this machine. */
  NOT_SENT(true),
  /** Nobody here knows what became of the attempt; the resolver owns the bill. */
  UNKNOWN(false),
  /** The operator still wants the bill, until a time. */
  WANTED(false),
  /** It stands, with the figures that were confirmed. */
  SETTLED(false),
  /** It stands, with other figures. */
  SETTLED_DIFFERENTLY(false),
  /** Someone saw the other figures and took them. */
  DIFFERENCE_ACCEPTED(false),
  /** The centre refused; no money moved. */
  REFUSED(true),
  /** The attempt is to be undone, whatever becomes of it. */
  REVERSE_INTENT(false),
  /**
   * The centre says that the attempt is undone. The resolver did it; its caller has yet to learn.
   */
  REVERSED(false),
  /** An answer that came when it could decide nothing any more. */
  LATE_ANSWER(false),
  /** The caller has booked the ending. */
  ACKNOWLEDGED(true),
  /** What was given to a patient who paid, for a later claim; it is no part of a settlement. */
  CLAIM_SLIP(false),
  /** A settlement that stands is to be cancelled. */
  CANCEL_INTENT(false),
  /** The centre says that the settlement stands no more; the caller has yet to book it. */
  CANCELLED(false),
  /** The centre refused to cancel, and the settlement stands; the caller has yet to book it. */
  CANCEL_REFUSED(false),
  /**
   * The attempt is taken never to have arrived; the day's details may say otherwise. The caller has
   * yet to learn.
   */
  PRESUMED_ABSENT(false),
  /** The centre holds after all what was taken for gone, or somebody wants that looked into. */
  REOPENED(false),
  /** Both sides disagree, and only a person or the day's details end that. */
  DISPUTED(false),
  /** The day's end found both sides agreed; it changes nothing. */
  RECONCILED(false),
  /** Costs that no fund settled are to be told to the centre. */
  COSTS_INTENT(false),
  /** The centre holds them, or will not. */
  COSTS_UPLOADED(false),
  /** The centre holds a settlement of which nothing is known here; only a person ends that. */
  HELD_BY_CENTRE(false),
  /** Costs that were told to the centre, or were to be, are told no more: the bill is settled. */
  COSTS_WITHDRAWN(false),
  /** A call of the visit is about to leave, was answered, or is undone; it settles nothing. */
  VISIT_CALL(false);

  private final boolean closes;

  RecordType(boolean closes) {
    this.closes = closes;
  }

  /** Whether a bill that was at its end has something to be brought to an end again. */
  public boolean opens() {
    return this == SETTLE_INTENT
        || this == CANCEL_INTENT
        || this == REOPENED
        || this == DISPUTED
        || this == HELD_BY_CENTRE;
  }

  /** The names of those that change nothing of what is decided next about a bill, for SQL. */
  static String undeciding() {
    return Stream.of(
            QUOTED,
            RECONCILED,
            CLAIM_SLIP,
            COSTS_INTENT,
            COSTS_UPLOADED,
            COSTS_WITHDRAWN,
            VISIT_CALL)
        .map(type -> "'" + type.name() + "'")
        .collect(Collectors.joining(", "));
  }

  /**
   * Whether nobody needs to look at the attempt any more, provided that its caller saw it end like
   * this. Once it was {@link #UNKNOWN}, the caller saw that instead, and only {@link #ACKNOWLEDGED}
   * closes it.
   */
  public boolean closes() {
    return closes;
  }
}
