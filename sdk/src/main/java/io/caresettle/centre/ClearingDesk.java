package io.caresettle.centre;

import io.caresettle.problem.NextStep;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Where what the funds owe is claimed for a period (清算申请). As with every call of a {@link Centre},
 * nothing is thrown for what the line or the other end does. An application is durable before it
 * leaves and after it is answered, and is sent once: whoever has no answer asks a person.
 */
public interface ClearingDesk {

  /** Of a centre that clears what it settled without being asked. */
  ClearingDesk NONE =
      new ClearingDesk() {
        @Override
        public Reply<List<ClearingClaim>> claims(LocalDate from, LocalDate to, Duration within) {
          return none();
        }

        @Override
        public Reply<ClearingApplication> apply(
            ClearingClaim claim, String operator, Duration within) {
          return none();
        }

        @Override
        public Reply<ClearingApplication> withdraw(
            ClearingApplication application, String operator, Duration within) {
          return none();
        }

        @Override
        public Reply<ClearingApplication> found(
            ClearingApplication unknown, Optional<String> number) {
          return none();
        }

        @Override
        public List<ClearingApplication> of(YearMonth month) {
          return List.of();
        }

        private <T> Reply<T> none() {
          return new Reply.Refused<>(
              new Refusal(
                  "NO_CLEARING",
                  "该中心无需清算申请",
                  "this centre clears without being asked",
                  "",
                  NextStep.STOP_THE_SALE));
        }
      };

  /**
   * What may be claimed for these days, all of them over and in one month: a claim for each class,
   * where the centre's sums agree with ours. Refused where they do not.
   */
  Reply<List<ClearingClaim>> claims(LocalDate from, LocalDate to, Duration within);

  /**
   * Puts a claim to the centre. Refused where the sums have changed or do not agree any more, and
   * where one of that month and class stands, or may stand.
   */
  Reply<ClearingApplication> apply(ClearingClaim claim, String operator, Duration within);

  /** Withdraws an application whose number is known. */
  Reply<ClearingApplication> withdraw(
      ClearingApplication application, String operator, Duration within);

  /**
   * Keeps what a person found in the centre's own program about an application that nobody knows
   * of.
   *
   * @param number empty where it is not there
   */
  Reply<ClearingApplication> found(ClearingApplication unknown, Optional<String> number);

  /** All applications of a month, oldest first. */
  List<ClearingApplication> of(YearMonth month);
}
