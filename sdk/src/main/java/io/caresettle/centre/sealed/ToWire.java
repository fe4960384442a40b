package io.caresettle.centre.sealed;

import com.google.protobuf.ByteString;
import io.caresettle.centre.LookUpRequest;
import io.caresettle.centre.ReverseRequest;
import io.caresettle.centre.SettleMessage;
import io.caresettle.centre.SettleRequest;
import io.caresettle.centre.TrialRequest;
import io.caresettle.credential.CardProof;
import io.caresettle.credential.InsuranceCode;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.eligibility.AccountUse;
import io.caresettle.eligibility.Injury;
import io.caresettle.eligibility.OutsidePrescription;
import io.caresettle.eligibility.Visit;
import io.caresettle.money.Payer;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.wire.CardCredential;
import io.caresettle.protocol.wire.CodeCredential;
import io.caresettle.protocol.wire.FeeLine;
import io.caresettle.protocol.wire.LookUp;
import io.caresettle.protocol.wire.Prescription;
import io.caresettle.protocol.wire.Query;
import io.caresettle.protocol.wire.ReversalDocument;
import io.caresettle.protocol.wire.SettlementDocument;
import io.caresettle.protocol.wire.SignIn;
import io.caresettle.protocol.wire.SignedDocument;
import io.caresettle.protocol.wire.Split;
import io.caresettle.protocol.wire.TrialBody;
import io.caresettle.split.OtherLayer;
import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;

/** Writes the counter's words as messages of the wire. */
final class ToWire {

  private ToWire() {}

  /**
   * @throws io.caresettle.protocol.MessageRejected when the receipt that was kept cannot be read
   */
  static SignIn signIn(io.caresettle.centre.SignIn request) {
    SignIn.Builder message =
        SignIn.newBuilder()
            .setInstitutionCode(request.institutionCode())
            .setTerminalSlot(request.terminalSlot())
            .setJournalEpoch(request.journalEpoch())
            .setSoftwareVersion(request.softwareVersion());
    request.head().ifPresent(head -> message.setAuditHead(Heads.toWire(head)));
    request
        .lastCountersigned()
        .ifPresent(
            kept ->
                message.setLastCountersigned(
                    Messages.read(SignedDocument.getDefaultInstance(), kept.document().bytes())));
    return message.build();
  }

  static LookUp lookUp(LookUpRequest request) {
    LookUp.Builder message =
        LookUp.newBuilder().setVisitNumber(request.visitNumber()).setOperator(request.operator());
    String proof = request.proofId().orElse("");
    if (request.credential() instanceof SocialSecurityCard card) {
      message.setCard(
          CardCredential.newBuilder()
              .setCardIdentifier(card.cardIdentifier())
              .setCardNumber(card.cardNumber())
              .setIssuingArea(card.issuingArea())
              .setIdentityNumber(card.identityNumber().reveal())
              .setProof(proof(card.proof()))
              .setAuthenticationId(proof));
    } else if (request.credential() instanceof InsuranceCode code) {
      // Once bound, the code itself has no business on the line any more.
      message.setCode(
          CodeCredential.newBuilder()
              .setText(proof.isEmpty() ? code.text() : "")
              .setBindingId(proof));
    }
    return message.build();
  }

  private static CardCredential.Proof proof(CardProof proof) {
    return switch (proof) {
      case PSAM -> CardCredential.Proof.PSAM;
      case CENTRE -> CardCredential.Proof.CENTRE;
      case NONE -> CardCredential.Proof.NOBODY;
    };
  }

  static TrialBody trialBody(TrialRequest request) {
    TrialBody.Builder body =
        TrialBody.newBuilder()
            .setInstitutionCode(request.bill().id().institutionCode())
            .setBillNumber(request.bill().id().number())
            .setPersonNumber(request.personNumber())
            .setVisit(visit(request.visit()))
            .setScheme(word(request.scheme()))
            .setArea(request.area())
            .setThirdPartyDeclarationId(
                request.visit().injury().flatMap(Injury::declaration).orElse(""))
            .setReplacesSettlementId(request.replaces().orElse(""));
    AccountUse use = request.visit().accountUse();
    if (use.purpose() != AccountUse.Purpose.CARE) {
      body.setAccountUse(accountUse(use, request.personNumber()));
    }
    for (io.caresettle.split.FeeLine line : request.bill().lines()) {
      body.addLines(line(line));
    }
    return body.build();
  }

  static FeeLine line(io.caresettle.split.FeeLine line) {
    return FeeLine.newBuilder()
        .setLineId(line.lineId())
        .setCatalogueCode(line.catalogueCode())
        .setUnitPriceMicros(line.unitPrice().micros())
        .setQuantityE4(line.quantity().tenThousandths())
        .setLineTotal(line.lineTotal().fen())
        .build();
  }

  private static io.caresettle.protocol.wire.AccountUse accountUse(AccountUse use, String payer) {
    boolean own = use.beneficiary() == AccountUse.Beneficiary.SELF;
    return io.caresettle.protocol.wire.AccountUse.newBuilder()
        .setPurpose(word(use.purpose()))
        .setBeneficiary(word(use.beneficiary()))
        .setCoveredPersonNumber(own ? payer : use.coveredPersonNumber())
        .build();
  }

  static io.caresettle.protocol.wire.Visit visit(Visit visit) {
    var message =
        io.caresettle.protocol.wire.Visit.newBuilder()
            .setVisitNumber(visit.number())
            .setCareType(word(visit.careType()))
            .setServiceDate(visit.serviceDate().toString())
            .setAdmissionDate(visit.careType().isStay() ? visit.serviceDate().toString() : "")
            .setDischargeDate(visit.discharged().map(LocalDate::toString).orElse(""))
            .setEmergency(visit.emergency())
            .setInjury(visit.injury().isPresent())
            .setThirdParty(visit.injury().filter(ToWire::isAnothers).isPresent())
            .setDepartment(visit.department())
            .setPrescriber(visit.prescriber())
            .setFilingId(visit.filingId());
    if (!visit.disease().isEmpty()) {
      message.addDiseaseCodes(visit.disease());
    }
    // What is used up or withdrawn is not shown as if it could still be dispensed.
    visit
        .prescription()
        .filter(p -> p.standing() == OutsidePrescription.Standing.OPEN)
        .ifPresent(p -> message.setPrescription(prescription(p)));
    return message.build();
  }

  private static boolean isAnothers(Injury injury) {
    return injury.other() != Injury.OtherPayer.NONE;
  }

  private static Prescription prescription(OutsidePrescription prescription) {
    return Prescription.newBuilder()
        .setNumber(prescription.number())
        .setHospitalCode(prescription.hospitalCode())
        .setPharmacist(prescription.pharmacist())
        .setReviewedAtMillis(prescription.reviewedAt().toEpochMilli())
        .setValidUntil(prescription.validUntil().map(LocalDate::toString).orElse(""))
        .build();
  }

  static SettlementDocument settlement(SettleRequest request) {
    SettlementDocument.Builder document =
        SettlementDocument.newBuilder()
            .setMessageId(request.message().messageId())
            .setInstitutionCode(request.message().bill().institutionCode())
            .setBillNumber(request.message().bill().number())
            .setQuoteReference(request.reference())
            .setBodyDigest(ByteString.copyFrom(HexFormat.of().parseHex(request.bodyDigest())))
            .setBody(ByteString.copyFrom(request.body().bytes()))
            .setConfirmed(split(request.cut(), request.confirmed()))
            .setOperator(request.operator())
            .setTimeMillis(request.time().toEpochMilli());
    request.head().ifPresent(head -> document.setAuditHead(Heads.toWire(head)));
    return document.build();
  }

  static Query query(SettleMessage message) {
    return Query.newBuilder()
        .setOriginalMessageId(message.messageId())
        .setInstitutionCode(message.bill().institutionCode())
        .setBillNumber(message.bill().number())
        .build();
  }

  static ReversalDocument reversal(ReverseRequest request) {
    return ReversalDocument.newBuilder()
        .setMessageId(request.messageId())
        .setOriginalMessageId(request.original().messageId())
        .setInstitutionCode(request.original().bill().institutionCode())
        .setBillNumber(request.original().bill().number())
        .setTimeMillis(request.time().toEpochMilli())
        .build();
  }

  private static Split split(ScopeCut cut, SettlementSplit split) {
    return Split.newBuilder()
        .setTotal(split.total().fen())
        .setOutOfCatalogue(cut.outOfCatalogue().fen())
        .setOverLimit(cut.overLimit().fen())
        .setFirstSelfPay(cut.firstSelfPay().fen())
        .setInScope(cut.inScope().fen())
        .setDeductible(cut.deductible().fen())
        .setPoolFund(split.paidBy(Payer.POOL_FUND).fen())
        .setLargeSumSubsidy(split.paidBy(Payer.LARGE_SUM_SUBSIDY).fen())
        .setCriticalIllness(split.paidBy(Payer.CRITICAL_ILLNESS).fen())
        .setCivilServantSubsidy(split.paidBy(Payer.CIVIL_SERVANT_SUBSIDY).fen())
        .setSupplements(split.paidBy(Payer.SUPPLEMENTS).fen())
        .setMedicalAid(split.paidBy(Payer.MEDICAL_AID).fen())
        .setInstitution(split.paidBy(Payer.INSTITUTION).fen())
        .setPersonalAccount(split.paidBy(Payer.PERSONAL_ACCOUNT).fen())
        .setFamilyAccount(split.paidBy(Payer.FAMILY_ACCOUNT).fen())
        .setCash(split.paidBy(Payer.CASH).fen())
        .addAllOtherLayers(split.others().stream().map(ToWire::other).toList())
        .build();
  }

  private static io.caresettle.protocol.wire.OtherLayer other(OtherLayer layer) {
    return io.caresettle.protocol.wire.OtherLayer.newBuilder()
        .setPayerId(layer.payer().id())
        .setName(layer.payer().name())
        .setKind(io.caresettle.protocol.wire.OtherLayer.Kind.valueOf(layer.payer().kind().name()))
        .setAmount(layer.amount().fen())
        .setAuthorisationId(layer.authorisation())
        .build();
  }

  /** Kinds travel as words: {@code EMPLOYEE} is {@code employee}. */
  static String word(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
