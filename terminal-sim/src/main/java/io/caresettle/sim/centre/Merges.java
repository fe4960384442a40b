package io.caresettle.sim.centre;

import com.google.protobuf.MessageLite;
import io.caresettle.protocol.wire.IdentityCheck;
import io.caresettle.protocol.wire.MergeRegistration;
import io.caresettle.protocol.wire.MergeRegistrationAnswer;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.RegistrationMerged;
import java.time.Instant;
import java.util.Optional;

/**
 * Giving an emergency registration to the person whom a credential named since. The terminal says
 * that the real-name check was passed, and the centre must have seen the credential at this very
 * visit itself.
 */
record Merges(RegistrationBook book, Presence presence) implements Clerk {

  @Override
  public MessageType answerType() {
    return MessageType.MERGE_REGISTRATION_ANSWER;
  }

  @Override
  public MessageLite serve(Request request) throws Refused {
    MergeRegistration asked =
        Readings.read(MergeRegistration.getDefaultInstance(), request.payload());
    String person = asked.getIdentity().getPersonNumber();
    if (asked.getRequestId().isBlank() || person.isBlank()) {
      throw Reason.MALFORMED.because();
    }
    RegistrationBook.Entry entry = book.require(request.institution(), asked.getRegistrationId());
    if (!entry.temporary().equals(asked.getTemporaryPersonNumber())) {
      throw Reason.REGISTRATION_UNKNOWN.because();
    }
    return MergeRegistrationAnswer.newBuilder()
        .setMerged(
            RegistrationMerged.newBuilder()
                .setRegistrationId(entry.id())
                .setPersonNumber(person)
                .setMergedAtMillis(merge(entry, asked.getIdentity(), request).toEpochMilli()))
        .build();
  }

  private Instant merge(RegistrationBook.Entry entry, IdentityCheck identity, Request request)
      throws Refused {
    Optional<String> owner = entry.person();
    if (owner.isPresent() && !owner.get().equals(identity.getPersonNumber())) {
      throw Reason.REGISTRATION_MERGED.because();
    }
    if (entry.mergedAt().isPresent()) {
      return entry.mergedAt().get();
    }
    if (entry.withdrawnAt().isPresent()) {
      throw Reason.REGISTRATION_WITHDRAWN.because();
    }
    switch (identity.getManner()) {
      case SOCIAL_SECURITY_CARD, INSURANCE_CODE -> {}
      default -> throw Reason.NOT_IDENTIFIED.because();
    }
    presence.require(entry.visit(), identity.getPersonNumber(), request);
    book.merge(entry.id(), identity.getPersonNumber(), request.now());
    return request.now();
  }

  @Override
  public MessageLite refuse(Refusal refusal) {
    return MergeRegistrationAnswer.newBuilder().setRefusal(refusal).build();
  }
}
