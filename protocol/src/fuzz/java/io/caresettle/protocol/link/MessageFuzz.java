package io.caresettle.protocol.link;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** {@link FuzzTargets#message}. */
class MessageFuzz {

  @FuzzTest(maxDuration = "60s")
  void fuzz(byte[] bytes) {
    FuzzTargets.message(bytes);
  }
}
