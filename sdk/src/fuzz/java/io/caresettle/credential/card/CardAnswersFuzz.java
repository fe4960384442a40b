package io.caresettle.credential.card;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** {@link CardAnswersTargets#answers}. */
class CardAnswersFuzz {

  @FuzzTest(maxDuration = "60s")
  void fuzz(byte[] bytes) {
    CardAnswersTargets.answers(bytes);
  }
}
