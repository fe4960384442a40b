package io.caresettle.centre.national.envelope;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** {@link IncomingTargets#answer}. */
class IncomingFuzz {

  @FuzzTest(maxDuration = "60s")
  void fuzz(byte[] bytes) {
    IncomingTargets.answer(bytes);
  }
}
