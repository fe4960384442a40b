package io.caresettle.protocol.link;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** {@link FuzzTargets#document}. */
class DocumentFuzz {

  @FuzzTest(maxDuration = "60s")
  void fuzz(byte[] bytes) {
    FuzzTargets.document(bytes);
  }
}
