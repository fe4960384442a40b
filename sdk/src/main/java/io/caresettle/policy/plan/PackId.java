package io.caresettle.policy.plan;

/**
 * Which pack a plan was compiled from.
 *
 * @param area six digits, or {@code test}
 * @param file where the pack was read
 * @param digest first 16 hexadecimal digits of the SHA-256 of the file: its version
 */
public record PackId(String area, String topic, String zh, String en, String file, String digest) {

  /** {@code 320500/employee-outpatient@0123456789abcdef}. */
  @Override
  public String toString() {
    return area + '/' + topic + '@' + digest;
  }
}
