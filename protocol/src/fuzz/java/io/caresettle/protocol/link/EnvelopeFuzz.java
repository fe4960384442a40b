package io.caresettle.protocol.link;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** {@link FuzzTargets#envelope}. */
class EnvelopeFuzz {

  @FuzzTest(maxDuration = "60s")
  void fuzz(byte[] bytes) {
    FuzzTargets.envelope(bytes);
  }
}
