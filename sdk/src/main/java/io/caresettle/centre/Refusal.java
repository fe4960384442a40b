package io.caresettle.centre;

import io.caresettle.problem.NextStep;

/**
 * Why the centre did not do what was asked. No money moved.
 *
 * @param zh the reason, passed on as it came
 * @param en the same in English
 * @param legalBasis text, article and paragraph, such as SZ 62¶1; empty where no article decides
 */
public record Refusal(String code, String zh, String en, String legalBasis, NextStep next) {}
