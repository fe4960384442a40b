package io.caresettle.centre;

import java.util.List;

/**
 * Where certificates rest for as long as the documents that are verified with them. Safe for use by
 * many threads.
 */
public interface CertificateBook {

  /**
   * Makes the certificates of whoever signs with the key of this id durable, unless they are.
   *
   * @throws io.caresettle.problem.JournalUnavailable when they cannot be kept
   */
  void keep(String keyId, Opaque certificates);

  /** All that were ever kept for this key id, oldest first. */
  List<Opaque> find(String keyId);
}
