package io.caresettle.sim.centre;

import io.caresettle.protocol.sm.Sm3;
import io.caresettle.protocol.wire.CardFacts;
import io.caresettle.protocol.wire.ConfirmCardAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Which card was asked what, by which terminal for which visit, and what came of it. */
record CardProofs(Store store) {

  /** How long a card that was asked may take to answer. */
  static final Duration QUESTION_LIFE = Duration.ofMinutes(1);

  /** How long a card counts as proved at its visit. */
  static final Duration VERDICT_LIFE = Duration.ofMinutes(30);

  private static final String COLUMNS =
      "SELECT id, request, institution, terminal, visit, card, shown, facts, process_factor,"
          + " original, expires FROM card_question WHERE ";

  /**
   * A card that was asked.
   *
   * @param card as {@link LossList#card} writes it
   * @param shown digest of the facts as the terminal told them
   * @param facts what the card's keys are derived from, and neither its identifier nor its number
   */
  @SuppressWarnings("ArrayRecordComponent") // Lives for one message and is never compared.
  record Question(
      String id,
      String request,
      String institution,
      String terminal,
      String visit,
      String card,
      byte[] shown,
      CardFacts facts,
      byte[] processFactor,
      byte[] original,
      Instant expires) {

    boolean isOf(Request request) {
      return institution.equals(request.institution())
          && terminal.equals(request.terminal().partyId());
    }

    boolean isAbout(CardFacts asked) {
      return Arrays.equals(shown, digest(asked));
    }
  }

  /**
   * What the centre found.
   *
   * @param digest of what the card had answered
   * @param expires until when a card that was genuine counts as proved
   */
  @SuppressWarnings("ArrayRecordComponent") // Lives for one message and is never compared.
  record Finding(String request, byte[] digest, boolean genuine, Instant expires, byte[] answer) {

    boolean isAnswerTo(String asked, byte[] digestOfAnswer) {
      return request.equals(asked) && Arrays.equals(digest, digestOfAnswer);
    }

    ConfirmCardAnswer said() throws Refused {
      return Readings.read(ConfirmCardAnswer.getDefaultInstance(), answer);
    }
  }

  /** By which the same card is known again without being kept. */
  static byte[] digest(CardFacts facts) {
    return Sm3.digest(facts.toByteArray());
  }

  /** Of the identifier the area alone, which is a step of every key's derivation. */
  static CardFacts forKeys(CardFacts facts) {
    return facts.toBuilder()
        .setCardIdentifier(facts.getCardIdentifier().substring(0, 6))
        .clearCardNumber()
        .build();
  }

  Optional<Question> find(String id) {
    return store.one(COLUMNS + "id = ?", CardProofs::question, id);
  }

  Optional<Question> ofRequest(String institution, String request) {
    return store.one(
        COLUMNS + "institution = ? AND request = ?", CardProofs::question, institution, request);
  }

  void keep(Question question) {
    store.write(
        "INSERT INTO card_question VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        question.id(),
        question.request(),
        question.institution(),
        question.terminal(),
        question.visit(),
        question.card(),
        question.shown(),
        question.facts().toByteArray(),
        question.processFactor(),
        question.original(),
        question.expires().toEpochMilli());
  }

  Optional<Finding> finding(String questionId) {
    return store.one(
        "SELECT request, digest, genuine, expires, answer FROM card_finding WHERE question = ?",
        row ->
            new Finding(
                row.getString(1),
                row.getBytes(2),
                row.getInt(3) == 1,
                Instant.ofEpochMilli(row.getLong(4)),
                row.getBytes(5)),
        questionId);
  }

  void keep(String questionId, Finding finding) {
    store.write(
        "INSERT INTO card_finding VALUES (?, ?, ?, ?, ?, ?)",
        questionId,
        finding.request(),
        finding.digest(),
        finding.genuine() ? 1 : 0,
        finding.expires().toEpochMilli(),
        finding.answer());
  }

  /**
   * From now on this card is blocked by whoever issued it.
   *
   * @param card as {@link LossList#card} writes it
   */
  void block(String card) {
    store.write("INSERT OR IGNORE INTO blocked_card VALUES (?)", card);
  }

  boolean isBlocked(String card) {
    return store.number("SELECT COUNT(*) FROM blocked_card WHERE card = ?", card) > 0;
  }

  private static Question question(ResultSet row) throws SQLException {
    return new Question(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getBytes(7),
        facts(row.getBytes(8)),
        row.getBytes(9),
        row.getBytes(10),
        Instant.ofEpochMilli(row.getLong(11)));
  }

  private static CardFacts facts(byte[] bytes) {
    try {
      return Readings.read(CardFacts.getDefaultInstance(), bytes);
    } catch (Refused e) {
      throw new IllegalStateException("The centre's file holds a card that cannot be read", e);
    }
  }
}
