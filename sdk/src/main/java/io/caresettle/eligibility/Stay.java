package io.caresettle.eligibility;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A stay in one institution, the family bed at home included (住院、家庭病床; NT 41(6)).
 *
 * @param institution that holds the person
 * @param from day of admission
 * @param to day of discharge; empty while the person is there
 */
public record Stay(String institution, LocalDate from, Optional<LocalDate> to) implements Dated {}
