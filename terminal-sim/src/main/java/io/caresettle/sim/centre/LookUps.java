package io.caresettle.sim.centre;

import com.google.protobuf.MessageLite;
import io.caresettle.protocol.wire.CardCredential;
import io.caresettle.protocol.wire.CredentialStanding;
import io.caresettle.protocol.wire.InsuredPerson;
import io.caresettle.protocol.wire.LookUp;
import io.caresettle.protocol.wire.LookUpAnswer;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Look-up (人员信息获取): who is behind a card or a code, and what the rolls say of them. */
record LookUps(
    Store store,
    Rolls rolls,
    EnrolmentsTold enrolments,
    Accounts accounts,
    CodeCheck codes,
    CodeBindings bindings,
    CardProofs proofs,
    LossList losses,
    Presence presence,
    TwoPlaces places,
    FamilyPayers payers)
    implements Clerk {

  /**
   * @param credential as the loss list and the presence know it
   */
  private record Found(Rolls.Person person, String credential, Optional<Instant> lostSince) {

    CredentialStanding standing() {
      return lostSince.isPresent() ? CredentialStanding.REPORTED_LOST : CredentialStanding.VALID;
    }

    long lostSinceMillis() {
      return lostSince.map(Instant::toEpochMilli).orElse(0L);
    }
  }

  @Override
  public MessageType answerType() {
    return MessageType.LOOK_UP_ANSWER;
  }

  @Override
  public MessageLite serve(Request request) throws Refused {
    LookUp lookUp = Readings.read(LookUp.getDefaultInstance(), request.payload());
    if (rolls.place(request.institution()).isEmpty()) {
      throw Reason.UNKNOWN_INSTITUTION.because();
    }
    if (lookUp.getVisitNumber().isBlank()) {
      throw Reason.MALFORMED.because();
    }
    Found found =
        switch (lookUp.getCredentialCase()) {
          case CARD -> byCard(lookUp, request);
          case CODE -> byCode(lookUp, request);
          case CREDENTIAL_NOT_SET -> throw Reason.MALFORMED.because();
        };
    String visit = lookUp.getVisitNumber();
    if (!lookUp.getPayerFor().isEmpty()) {
      return LookUpAnswer.newBuilder()
          .setFamilyPayer(
              payers.payer(found.person(), lookUp.getPayerFor(), visit, request).toBuilder()
                  .setStanding(found.standing())
                  .setLostSinceMillis(found.lostSinceMillis()))
          .build();
    }
    if (found.lostSince().isEmpty()) {
      String person = found.person().number();
      Optional<Instant> elsewhere = places.notice(request, visit, person, found.credential());
      if (elsewhere.isPresent()) {
        // Not thrown, for what was noticed must stay.
        return refuse(Reason.SHOWN_ELSEWHERE.about(LossList.text(elsewhere.get())).refusal());
      }
      presence.note(request, visit, person, found.credential());
    }
    return LookUpAnswer.newBuilder().setPerson(describe(found, request.today())).build();
  }

  private Found byCard(LookUp lookUp, Request request) throws Refused {
    CardCredential card = lookUp.getCard();
    boolean provedHere = card.getProof() == CardCredential.Proof.CENTRE;
    if (provedHere || !card.getAuthenticationId().isEmpty()) {
      checkProof(lookUp, request);
    }
    Rolls.Person person =
        rolls
            .holder(
                card.getCardIdentifier(),
                card.getCardNumber(),
                card.getIssuingArea(),
                card.getIdentityNumber())
            .orElseThrow(Reason.CARD_UNKNOWN::because);
    String known = LossList.card(card.getCardIdentifier());
    if (proofs.isBlocked(known)) {
      throw Reason.CARD_BLOCKED.because();
    }
    return found(person, known, request);
  }

  /**
   * A card that is said to have been proved here was: this one, for this visit, to this terminal.
   */
  private void checkProof(LookUp lookUp, Request request) throws Refused {
    CardCredential card = lookUp.getCard();
    CardProofs.Question question =
        proofs
            .find(card.getAuthenticationId())
            .filter(q -> q.isOf(request) && q.visit().equals(lookUp.getVisitNumber()))
            .filter(q -> q.card().equals(LossList.card(card.getCardIdentifier())))
            .orElseThrow(Reason.CARD_NOT_PROVED::because);
    CardProofs.Finding finding =
        proofs
            .finding(question.id())
            .filter(CardProofs.Finding::genuine)
            .orElseThrow(Reason.CARD_NOT_PROVED::because);
    if (!request.now().isBefore(finding.expires())) {
      throw Reason.CARD_PROOF_EXPIRED.because();
    }
  }

  private Found byCode(LookUp lookUp, Request request) throws Refused {
    return lookUp.getCode().getBindingId().isEmpty()
        ? byTestCode(lookUp, request)
        : byBinding(lookUp, request);
  }

  /** A code that was resolved for this visit before; its text does not come again. */
  private Found byBinding(LookUp lookUp, Request request) throws Refused {
    CodeBindings.Binding binding =
        bindings.find(lookUp.getCode().getBindingId()).orElseThrow(Reason.CODE_UNKNOWN::because);
    if (!binding.isOf(request, lookUp.getVisitNumber())) {
      throw Reason.CODE_BOUND.because();
    }
    if (binding.isOver(request.now())) {
      throw Reason.BINDING_EXPIRED.because();
    }
    Rolls.Person person = rolls.person(binding.person()).orElseThrow(Reason.CODE_UNKNOWN::because);
    return found(person, LossList.codes(person.number()), request);
  }

  private Found byTestCode(LookUp lookUp, Request request) throws Refused {
    CodeCheck.Shown shown = codes.check(lookUp.getCode().getText(), request.now());
    if (shown instanceof CodeCheck.Shown.NotValidNow) {
      throw Reason.CODE_EXPIRED.because();
    }
    if (!(shown instanceof CodeCheck.Shown.Genuine genuine)) {
      throw Reason.CODE_NOT_GENUINE.because();
    }
    Rolls.Person person =
        Optional.ofNullable(rolls.byPseudonym(codes::pseudonymOf).get(genuine.pseudonym()))
            .orElseThrow(Reason.CODE_NOT_GENUINE::because);
    bind(genuine.nonce(), person, lookUp.getVisitNumber(), request);
    return found(person, LossList.codes(person.number()), request);
  }

  private Found found(Rolls.Person person, String credential, Request request) {
    return new Found(person, credential, losses.since(credential, request.now()));
  }

  /** The first visit that shows a code has it; the same visit may show it again. */
  private void bind(String nonce, Rolls.Person person, String visit, Request request)
      throws Refused {
    store.write(
        "INSERT OR IGNORE INTO code VALUES (?, ?, ?, ?, ?)",
        nonce,
        request.institution(),
        visit,
        person.number(),
        request.now().toEpochMilli());
    long bound =
        store.number(
            "SELECT COUNT(*) FROM code WHERE nonce = ? AND institution = ? AND visit = ?",
            nonce,
            request.institution(),
            visit);
    if (bound == 0) {
      throw Reason.CODE_BOUND.because();
    }
  }

  private InsuredPerson describe(Found found, LocalDate today) {
    Rolls.Person person = found.person();
    InsuredPerson.Builder described =
        InsuredPerson.newBuilder()
            .setPersonNumber(person.number())
            .setName(person.name())
            .setIdentityNumber(person.identity())
            .setStanding(found.standing())
            .setLostSinceMillis(found.lostSinceMillis())
            .addAllFamily(FamilyPayers.of(person, today))
            .setAccountBalance(accounts.balance(person.number()))
            .setPastYearsBalance(accounts.pastYears(person));
    enrolments.tell(described, person, today);
    return described.build();
  }

  @Override
  public MessageLite refuse(Refusal refusal) {
    return LookUpAnswer.newBuilder().setRefusal(refusal).build();
  }
}
