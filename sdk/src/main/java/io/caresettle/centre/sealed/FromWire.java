package io.caresettle.centre.sealed;

import io.caresettle.centre.Evidence;
import io.caresettle.centre.Fate;
import io.caresettle.centre.LookedUp;
import io.caresettle.centre.Opaque;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Refusal;
import io.caresettle.centre.SettleMessage;
import io.caresettle.centre.SignedIn;
import io.caresettle.centre.Trial;
import io.caresettle.centre.Undone;
import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.PersonName;
import io.caresettle.identity.InsuredPerson;
import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.money.Rate;
import io.caresettle.money.UnitPrice;
import io.caresettle.problem.NextStep;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.keys.PartyIdentity;
import io.caresettle.protocol.wire.CatalogueAnswer;
import io.caresettle.protocol.wire.QueryAnswer;
import io.caresettle.protocol.wire.Quote;
import io.caresettle.protocol.wire.ReversalReceipt;
import io.caresettle.protocol.wire.SettlementReceipt;
import io.caresettle.protocol.wire.SignedDocument;
import io.caresettle.protocol.wire.Split;
import io.caresettle.split.Catalogue;
import io.caresettle.split.CatalogueClass;
import io.caresettle.split.CatalogueItem;
import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads messages of the wire as the counter's words. What does not hold together is an {@link
 * IllegalArgumentException} whose text names no person; a document that the centre signed and did
 * not write as documents are written is a {@link io.caresettle.protocol.MessageRejected}.
 */
final class FromWire {

  private final CertificatePair centre;
  private final Signers signers;

  /**
   * @param centre who answers in this session
   */
  FromWire(CertificatePair centre, Signers signers) {
    this.centre = centre;
    this.signers = signers;
  }

  Refusal refusal(io.caresettle.protocol.wire.Refusal refusal) {
    NextStep next =
        switch (refusal.getNextStep()) {
          case TRY_AGAIN -> NextStep.TRY_AGAIN;
          case FULL_CASH_WITH_SLIP -> NextStep.FULL_CASH_WITH_SLIP;
          case STOP_THE_SALE -> NextStep.STOP_THE_SALE;
          case NEXT_STEP_UNSPECIFIED, UNRECOGNIZED ->
              throw new IllegalArgumentException("A refusal says nothing of the next step");
        };
    return new Refusal(
        refusal.getCode(),
        refusal.getReasonZh(),
        refusal.getReasonEn(),
        refusal.getLegalBasis(),
        next);
  }

  SignedIn signedIn(io.caresettle.protocol.wire.SignedIn answer) {
    return new SignedIn(
        Instant.ofEpochMilli(answer.getCentreTimeMillis()),
        LocalDate.parse(answer.getBusinessDate()),
        answer.getCatalogueVersion());
  }

  Catalogue catalogue(CatalogueAnswer answer) {
    Map<String, CatalogueItem> items = new HashMap<>();
    for (io.caresettle.protocol.wire.CatalogueItem item : answer.getItemsList()) {
      CatalogueItem read =
          new CatalogueItem(
              item.getCode(),
              item.getName(),
              catalogueClass(item.getCatalogueClass()),
              Rate.basisPoints(item.getFirstSelfPayBasisPoints()),
              item.hasPriceLimitMicros()
                  ? Optional.of(new UnitPrice(item.getPriceLimitMicros()))
                  : Optional.empty());
      if (items.put(read.code(), read) != null) {
        throw new IllegalArgumentException("The catalogue holds " + read.code() + " twice");
      }
    }
    return new Catalogue(answer.getVersion(), items);
  }

  private static CatalogueClass catalogueClass(
      io.caresettle.protocol.wire.CatalogueClass catalogueClass) {
    return switch (catalogueClass) {
      case CLASS_A -> CatalogueClass.A;
      case CLASS_B -> CatalogueClass.B;
      case CLASS_C -> CatalogueClass.C;
      case CATALOGUE_CLASS_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("An item of the catalogue has no class");
    };
  }

  LookedUp lookedUp(io.caresettle.protocol.wire.InsuredPerson person) {
    return new LookedUp(
        new InsuredPerson(
            person.getPersonNumber(),
            PersonName.of(person.getName()),
            IdentityNumber.parse(person.getIdentityNumber()),
            standing(person.getStanding()),
            moment(person.getLostSinceMillis())),
        EntitlementsFromWire.read(person));
  }

  static InsuredPerson.CredentialStanding standing(
      io.caresettle.protocol.wire.CredentialStanding standing) {
    return switch (standing) {
      case VALID -> InsuredPerson.CredentialStanding.VALID;
      case REPORTED_LOST -> InsuredPerson.CredentialStanding.REPORTED_LOST;
      case EXPIRED -> InsuredPerson.CredentialStanding.EXPIRED;
      case CREDENTIAL_STANDING_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("The centre says nothing of the credential");
    };
  }

  /** Zero stands for no moment at all. */
  static Optional<Instant> moment(long millis) {
    return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  /**
   * @param body what was tried, and {@code digest} its SM3 in hexadecimal
   */
  Trial trial(Quote quote, Opaque body, String digest) {
    if (!HexFormat.of().formatHex(quote.getBodyDigest().toByteArray()).equals(digest)) {
      throw new IllegalArgumentException("The quote is for another body");
    }
    return new Trial(
        quote.getReference(),
        digest,
        body,
        Instant.ofEpochMilli(quote.getExpiresAtMillis()),
        cut(quote.getSplit()),
        split(quote.getSplit()));
  }

  /** A receipt that the centre signed, for {@code asked} and no other message. */
  Receipt receipt(SignedDocument signed, SettleMessage asked) {
    SettlementReceipt receipt =
        Documents.read(
            signer(signed),
            DocumentContext.SETTLEMENT_RECEIPT,
            signed,
            SettlementReceipt.getDefaultInstance());
    if (!receipt.getMessageId().equals(asked.messageId())
        || !receipt.getInstitutionCode().equals(asked.bill().institutionCode())
        || !receipt.getBillNumber().equals(asked.bill().number())) {
      throw new IllegalArgumentException("The receipt is for another message or bill");
    }
    if (receipt.getSettlementId().isEmpty()) {
      throw new IllegalArgumentException("The receipt names no settlement");
    }
    return new Receipt(
        receipt.getSettlementId(),
        asked,
        cut(receipt.getSplit()),
        split(receipt.getSplit()),
        new Money(receipt.getAccountBalanceAfter()),
        Instant.ofEpochMilli(receipt.getSettledAtMillis()),
        LocalDate.parse(receipt.getBusinessDate()),
        evidence(signed));
  }

  Fate fate(QueryAnswer answer, SettleMessage asked) {
    return switch (answer.getState()) {
      case NOT_FOUND -> new Fate.NotFound();
      case STANDING -> new Fate.Standing(receipt(answer.getReceipt(), asked));
      case UNDONE -> new Fate.WasUndone();
      case REFUSED -> new Fate.WasRefused(refusal(answer.getRefusal()));
      case SETTLEMENT_STATE_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("The answer says nothing of the settlement");
    };
  }

  /** The centre's signed word that {@code asked} and no other message is undone. */
  Undone undone(SignedDocument signed, SettleMessage asked) {
    ReversalReceipt receipt =
        Documents.read(
            signer(signed),
            DocumentContext.REVERSAL_RECEIPT,
            signed,
            ReversalReceipt.getDefaultInstance());
    if (!receipt.getOriginalMessageId().equals(asked.messageId())
        || !receipt.getBillNumber().equals(asked.bill().number())) {
      throw new IllegalArgumentException("The reversal is of another message or bill");
    }
    return new Undone(
        Optional.of(receipt.getSettlementId()).filter(id -> !id.isEmpty()),
        Instant.ofEpochMilli(receipt.getUndoneAtMillis()),
        evidence(signed));
  }

  PartyIdentity signer(SignedDocument signed) {
    return signers.of(signed.getKeyId(), centre);
  }

  /** The document as it came, whose signature was verified. */
  static Evidence evidence(SignedDocument signed) {
    return new Evidence(signed.getKeyId(), Opaque.copyOf(signed.toByteArray()));
  }

  private static ScopeCut cut(Split split) {
    return new ScopeCut(
        new Money(split.getOutOfCatalogue()),
        new Money(split.getOverLimit()),
        new Money(split.getFirstSelfPay()),
        new Money(split.getInScope()),
        new Money(split.getDeductible()));
  }

  static SettlementSplit split(Split split) {
    Map<Payer, Money> parts = new EnumMap<>(Payer.class);
    parts.put(Payer.POOL_FUND, new Money(split.getPoolFund()));
    parts.put(Payer.LARGE_SUM_SUBSIDY, new Money(split.getLargeSumSubsidy()));
    parts.put(Payer.CRITICAL_ILLNESS, new Money(split.getCriticalIllness()));
    parts.put(Payer.CIVIL_SERVANT_SUBSIDY, new Money(split.getCivilServantSubsidy()));
    parts.put(Payer.SUPPLEMENTS, new Money(split.getSupplements()));
    parts.put(Payer.MEDICAL_AID, new Money(split.getMedicalAid()));
    parts.put(Payer.INSTITUTION, new Money(split.getInstitution()));
    parts.put(Payer.PERSONAL_ACCOUNT, new Money(split.getPersonalAccount()));
    parts.put(Payer.FAMILY_ACCOUNT, new Money(split.getFamilyAccount()));
    parts.put(Payer.CASH, new Money(split.getCash()));
    return new SettlementSplit(
        new Money(split.getTotal()), parts, OthersFromWire.layers(split.getOtherLayersList()));
  }

  /** {@code employee} is {@code EMPLOYEE}, and {@code Employee} is nothing. */
  static String constant(String word) {
    if (!word.equals(word.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("Words travel in small letters");
    }
    return word.toUpperCase(Locale.ROOT);
  }
}
