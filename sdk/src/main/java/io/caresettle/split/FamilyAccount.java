package io.caresettle.split;

import io.caresettle.money.Money;

/**
 * An account of the family that may pay for the person (家庭共济账户).
 *
 * @param id the caller's name for it, such as the holder's reference
 * @param balance below zero counts as nothing
 */
public record FamilyAccount(String id, Money balance) {}
