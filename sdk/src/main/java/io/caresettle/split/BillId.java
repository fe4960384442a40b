package io.caresettle.split;

/**
 * The caller's own name for one bill: the institution and the HIS's or POS's number. It is the key
 * of idempotence, so it must outlive the caller's crash.
 *
 * @param institutionCode 12 characters
 * @param number the caller's number, 1 to 64 letters, digits, dots, dashes or underscores
 */
public record BillId(String institutionCode, String number) {

  /**
   * @throws IllegalArgumentException when one of the two has another form
   */
  public BillId {
    if (!institutionCode.matches("[0-9A-Z]{12}")) {
      throw new IllegalArgumentException(
          "Expected an institution code of 12 digits or capital letters, but found '"
              + institutionCode
              + "'");
    }
    if (!number.matches("[0-9A-Za-z._-]{1,64}")) {
      throw new IllegalArgumentException(
          "Expected a bill number of 1 to 64 letters, digits, dots, dashes or underscores, but found '"
              + number
              + "'");
    }
  }

  @Override
  public String toString() {
    return institutionCode + "/" + number;
  }
}
