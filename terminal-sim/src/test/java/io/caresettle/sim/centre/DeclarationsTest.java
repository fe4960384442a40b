package io.caresettle.sim.centre;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.caresettle.protocol.wire.DeclareThirdParty;
import io.caresettle.protocol.wire.DeclareThirdParty.Cause;
import io.caresettle.protocol.wire.DeclareThirdParty.OtherPayer;
import io.caresettle.protocol.wire.ThirdPartyDeclared.Decision;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The centre's own reading of a declared injury")
class DeclarationsTest {

  /** JS 38¶2, SZ 57, HN 15: fund first; SH 29: recovery only; NT 37: silent. */
  @ParameterizedTest
  @Tag("R-SCOPE-03")
  @CsvSource({
    "WORK,         NONE,         true,  fund-first,    FUNDS_DO_NOT_PAY",
    "TRAFFIC,      PAYS,         true,  fund-first,    FUNDS_DO_NOT_PAY",
    "OWN_ACCIDENT, NONE,         false, fund-first,    FUNDS_PAY",
    "ASSAULT,      NONE,         false, fund-first,    TO_BE_EXAMINED",
    "TRAFFIC,      UNKNOWN,      true,  fund-first,    FUNDS_PAY_FIRST",
    "TRAFFIC,      DOES_NOT_PAY, true,  fund-first,    FUNDS_PAY_FIRST",
    "TRAFFIC,      UNKNOWN,      false, fund-first,    TO_BE_EXAMINED",
    "TRAFFIC,      UNKNOWN,      true,  recovery-only, FUNDS_DO_NOT_PAY",
    "TRAFFIC,      UNKNOWN,      true,  ,              TO_BE_EXAMINED",
  })
  void paysFirstOnlyWhereTheTextSaysSo(
      Cause cause, OtherPayer other, boolean asked, String advance, Decision decision) {
    DeclareThirdParty told =
        DeclareThirdParty.newBuilder()
            .setCause(cause)
            .setOtherPayer(other)
            .setAdvanceAsked(asked)
            .build();
    assertEquals(decision, Declarations.decide(told, Optional.ofNullable(advance)));
  }
}
