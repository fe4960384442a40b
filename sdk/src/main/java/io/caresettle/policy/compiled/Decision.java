package io.caresettle.policy.compiled;

import io.caresettle.policy.plan.Citation;
import java.time.LocalDate;

/** Which of several claims prevails, as somebody recorded it. */
public record Decision(Citation chosen, String because, LocalDate decidedOn, String by) {}
