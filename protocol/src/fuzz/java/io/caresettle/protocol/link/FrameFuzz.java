package io.caresettle.protocol.link;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** {@link FuzzTargets#frame}. */
class FrameFuzz {

  @FuzzTest(maxDuration = "60s")
  void fuzz(byte[] bytes) {
    FuzzTargets.frame(bytes);
  }
}
