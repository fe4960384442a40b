package io.caresettle.centre.national.message;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** {@link MessageTargets#message}. */
class MessageTextFuzz {

  @FuzzTest(maxDuration = "60s")
  void fuzz(byte[] bytes) {
    MessageTargets.message(bytes);
  }
}
