package io.caresettle.sim.centre;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import io.caresettle.protocol.sm.Sm3;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Quote;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.Trial;
import io.caresettle.protocol.wire.TrialAnswer;
import io.caresettle.protocol.wire.TrialBody;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The trial (预结算): who would pay what. It leaves a quote behind and moves no money. */
record Trials(
    Store store, Assessor assessor, SettledBills bills, CostBook costs, RandomGenerator random)
    implements Clerk {

  static final Duration QUOTE_LIFE = Duration.ofMinutes(5);

  @Override
  public MessageType answerType() {
    return MessageType.TRIAL_ANSWER;
  }

  @Override
  public Optional<Sameness> sameness(Request request) throws Refused {
    Readings.checkMessageId(request);
    Trial trial = Readings.read(Trial.getDefaultInstance(), request.payload());
    TrialBody body = Readings.read(TrialBody.getDefaultInstance(), trial.getBody().toByteArray());
    if (!body.getBillNumber().matches("[0-9A-Za-z._-]{1,64}")) {
      throw Reason.MALFORMED.because();
    }
    return Optional.of(
        new Sameness(Sm3.digest(trial.getBody().toByteArray()), body.getBillNumber()));
  }

  @Override
  public MessageLite serve(Request request) throws Refused {
    byte[] bytes =
        Readings.read(Trial.getDefaultInstance(), request.payload()).getBody().toByteArray();
    TrialBody body = Readings.read(TrialBody.getDefaultInstance(), bytes);
    Settlements.refuseIfStanding(store, request.institution(), body.getBillNumber());
    costs.refuseIfUploaded(request.institution(), body.getBillNumber());
    bills.refuseIfReplacedStands(request.institution(), body);
    Quote quote =
        Quote.newBuilder()
            .setReference(newReference())
            .setBodyDigest(ByteString.copyFrom(Sm3.digest(bytes)))
            .setExpiresAtMillis(request.now().plus(QUOTE_LIFE).toEpochMilli())
            .setSplit(assessor.assess(body, request).split())
            .build();
    store.write(
        "INSERT INTO quote (reference, institution, bill, digest, split, business_date, expires)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        quote.getReference(),
        request.institution(),
        body.getBillNumber(),
        quote.getBodyDigest().toByteArray(),
        quote.getSplit().toByteArray(),
        request.businessDate().toString(),
        quote.getExpiresAtMillis());
    if (!body.getReplacesSettlementId().isEmpty()) {
      store.write(
          "INSERT INTO replacing_quote VALUES (?, ?)",
          quote.getReference(),
          body.getReplacesSettlementId());
    }
    return TrialAnswer.newBuilder().setQuote(quote).build();
  }

  private String newReference() {
    byte[] reference = new byte[16];
    random.nextBytes(reference);
    return "Q" + HexFormat.of().formatHex(reference);
  }

  @Override
  public MessageLite refuse(Refusal refusal) {
    return TrialAnswer.newBuilder().setRefusal(refusal).build();
  }
}
