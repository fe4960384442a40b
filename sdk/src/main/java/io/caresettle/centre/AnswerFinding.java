package io.caresettle.centre;

import java.util.Optional;

/**
 * What an answer of a centre lacks or contradicts, without a word of whom it is about.
 *
 * @param name such as {@code FUND_PARTS}
 * @param contradicts whether the answer cannot be believed for it
 * @param about the settle message, where one is known
 */
public record AnswerFinding(
    String name, boolean contradicts, Optional<SettleMessage> about, String zh, String en) {}
