package io.caresettle.credential;

import java.util.Optional;

/**
 * What a national code is shown for, and where (用码场景). The centre asks for it each time, and a
 * visit may show its code for one thing after the other.
 *
 * @param department the institution's own, where the visit has one
 * @param selfService whether a machine without a cashier reads the code
 */
public record CodeUse(Business business, Optional<Department> department, boolean selfService) {

  /** At a counter with a cashier, for the whole institution. */
  public CodeUse(Business business) {
    this(business, Optional.empty(), false);
  }

  /**
   * A department of an institution (科室).
   *
   * @param code the institution's own, 1 to 20 characters
   * @param name 1 to 30 characters
   */
  public record Department(String code, String name) {

    /**
     * @throws IllegalArgumentException when either is empty or longer than the national decoder
     *     takes
     */
    public Department {
      if (code.isBlank() || code.length() > 20 || name.isBlank() || name.length() > 30) {
        throw new IllegalArgumentException(
            "A department has a code of 1 to 20 characters and a name of 1 to 30, but found "
                + code.length()
                + " and "
                + name.length());
      }
    }
  }

  /** What a code is shown for, by the national list (用码业务类型). */
  public enum Business {
    REGISTRATION("01101"),
    INPATIENT_FILE("01102"),
    ADMISSION("01103"),
    DEPOSIT("01104"),
    CONSULTATION("01201"),
    EXAMINATION_BOOKING("01202"),
    EXAMINATION("01203"),
    TREATMENT("01204"),
    SETTLEMENT("01301"),
    COLLECTING_DRUGS("01302"),
    COLLECTING_REPORTS("01303"),
    PRINTING("01304"),
    COPYING_RECORDS("01305"),
    PURCHASE("02121"),
    FETCHING_PRESCRIPTION("02122");

    private final String code;

    Business(String code) {
      this.code = code;
    }

    /** Five digits; those of hospitals begin with 01, those of pharmacies with 02. */
    public String code() {
      return code;
    }
  }
}
