package io.caresettle.settlement;

/**
 * Why a settlement is to be cancelled, and by whom.
 *
 * @param reason such as 退费
 * @param approvedBy the second person, where the institution asks for one; empty otherwise
 */
public record CancelOrder(String reason, String operator, String approvedBy) {}
