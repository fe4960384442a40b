package io.caresettle.protocol.keystore;

/** What a generation of keys is good for at some instant. */
public enum KeyState {
  /** Made, and waiting for its certificates. */
  AWAITING_CERTIFICATES,
  /** Certified for a time that has not come. */
  UPCOMING,
  /** What documents are signed and sessions opened with. */
  CURRENT,
  /** Still valid, and relieved by a newer one: the time of overlap. */
  RELIEVED,
  /** Past its validity. It still opens what was wrapped for it. */
  EXPIRED,
  /** Withdrawn, because it was lost, stolen or replaced. It still opens what was wrapped for it. */
  WITHDRAWN
}
