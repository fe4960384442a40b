package io.caresettle.identity;

import static io.caresettle.identity.IdentityRule.R_ID_02;
import static io.caresettle.identity.IdentityRule.R_ID_07;

import io.caresettle.credential.CardProof;
import io.caresettle.credential.Credential;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.credential.TestCode;
import io.caresettle.identity.InsuredPerson.CredentialStanding;
import io.caresettle.problem.CredentialRefused.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Is a credential any good, whoever shows it and for whatever? (R-ID-02, R-ID-07) */
record CredentialStops(RealNameProfile profile, IdentityRules rules, LocalDate today) {

  Optional<Stop> of(Credential shown, CredentialStanding standing, Optional<Instant> lostSince) {
    if (rules.asks(R_ID_07) && standing == CredentialStanding.REPORTED_LOST) {
      return Optional.of(new Stop(List.of(R_ID_07), CredentialMoments.lost(lostSince)));
    }
    return rules.asks(R_ID_02) ? invalid(shown, standing) : Optional.empty();
  }

  private Optional<Stop> invalid(Credential shown, CredentialStanding standing) {
    boolean byCard = shown instanceof SocialSecurityCard;
    if (standing == CredentialStanding.EXPIRED) {
      return Optional.of(Stop.of(R_ID_02, byCard ? Reason.CARD_EXPIRED : Reason.CODE_EXPIRED));
    }
    if (shown instanceof SocialSecurityCard card
        && (card.issued().isAfter(today) || card.validUntil().isBefore(today))) {
      return Optional.of(Stop.of(R_ID_02, Reason.CARD_EXPIRED));
    }
    if (profile == RealNameProfile.TEST) {
      return Optional.empty();
    }
    if (shown instanceof SocialSecurityCard card && card.proof() == CardProof.NONE) {
      return Optional.of(Stop.of(R_ID_02, Reason.CARD_NOT_PROVED));
    }
    return Stop.when(shown instanceof TestCode, R_ID_02, Reason.TEST_CODE_OUTSIDE_TESTS);
  }
}
