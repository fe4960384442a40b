package io.caresettle.longtermcare;

import io.caresettle.money.Money;

/**
 * One service as it was given.
 *
 * @param minutes whole minutes that it took
 */
public record CareGiven(String itemCode, int minutes, Money fee) {}
