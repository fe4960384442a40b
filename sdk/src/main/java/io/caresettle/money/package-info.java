/**
 * Amounts, prices, quantities, ratios and rounding. Whole numbers only: an amount is a {@code long}
 * of fen, a unit price a {@code long} of millionths of a yuan, a quantity a {@code long} of
 * ten-thousandths. A leaf: it imports {@code java.base} and nothing else.
 */
@NullMarked
package io.caresettle.money;

import org.jspecify.annotations.NullMarked;
