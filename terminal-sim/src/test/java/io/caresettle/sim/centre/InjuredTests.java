package io.caresettle.sim.centre;

import static io.caresettle.sim.centre.TestTill.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.wire.DeclareThirdParty;
import io.caresettle.protocol.wire.DeclareThirdParty.Cause;
import io.caresettle.protocol.wire.DeclareThirdParty.OtherPayer;
import io.caresettle.protocol.wire.DeclareThirdPartyAnswer;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Split;
import io.caresettle.protocol.wire.TrialAnswer;
import io.caresettle.protocol.wire.TrialBody;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The centre pays for an injury as it decided")
class InjuredTests extends BillStory {

  private void declare(Cause cause, OtherPayer other, boolean advance) {
    DeclareThirdParty told =
        DeclareThirdParty.newBuilder()
            .setRequestId("ab".repeat(16))
            .setVisitNumber("V-B1")
            .setPersonNumber(PERSON)
            .setCause(cause)
            .setOtherPayer(other)
            .setAdvanceAsked(advance)
            .setDeclarantName("测试甲")
            .setDeclarantRelation("本人")
            .build();
    assertTrue(
        TestTill.parse(
                DeclareThirdPartyAnswer.parser(),
                till.exchange(MessageType.DECLARE_THIRD_PARTY, till.nextId(), told))
            .hasDeclared());
  }

  /** JS 38¶1, SZ 57¶1: neither pool nor account pays what a third party should. */
  @ParameterizedTest(name = "{0} {1}")
  @Tag("R-SCOPE-03")
  @CsvSource({
    ",             NONE,         false, false, both",
    ",             NONE,         false, true,  account",
    "OWN_ACCIDENT, NONE,         false, true,  both",
    "TRAFFIC,      PAYS,         false, true,  none",
    "TRAFFIC,      PAYS,         false, false, none",
    // This centre has no ordinance that would let a fund pay first.
    "TRAFFIC,      UNKNOWN,      true,  true,  account",
    "TRAFFIC,      UNKNOWN,      false, true,  account",
    "WORK,         NONE,         false, true,  none",
  })
  void whoPaysForAnInjury(
      Cause cause, OtherPayer other, boolean advance, boolean flagged, String open) {
    till.lookUp("V-B1", PERSON);
    if (cause != null) {
      declare(cause, other, advance);
    }
    TrialBody.Builder injured =
        till.body("B1", PERSON, line("1", "TEST-0001", 300_000_000, 10_000));
    injured.getVisitBuilder().setInjury(flagged);
    TrialAnswer answer = till.trial(till.nextId(), injured.build());
    Split split = answer.getQuote().getSplit();
    assertEquals(open.equals("both"), split.getPoolFund() > 0, answer::toString);
    assertEquals(!open.equals("none"), split.getPersonalAccount() > 0, answer::toString);
  }
}
