package io.caresettle.eligibility;

import io.caresettle.money.Payer;

/**
 * What one rule says of one payer for this visit.
 *
 * @param payer the fund or account in question
 * @param open whether it may pay
 * @param rule such as R-INST-03
 * @param article such as SZ 62¶1
 * @param zh why, for the cashier and the patient
 * @param en the same in English
 */
public record Finding(
    Payer payer, boolean open, String rule, String article, String zh, String en) {}
