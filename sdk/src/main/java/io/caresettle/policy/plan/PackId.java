package io.caresettle.policy.plan;

/**
 * Which pack a plan was compiled from.
 *
 * @param area six digits, or {@code test}
 * @param version counts up from 1
 * @param file where the pack was read
 * @param digest first 16 hexadecimal digits of the SHA-256 of the file: its version
 */
public record PackId(
    String area, String topic, int version, String zh, String en, String file, String digest) {

  /** {@code 320500/employee-outpatient@0123456789abcdef}. */
  @Override
  public String toString() {
    return area + '/' + topic + '@' + digest;
  }
}
