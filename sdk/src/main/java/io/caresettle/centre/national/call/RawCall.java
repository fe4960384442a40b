package io.caresettle.centre.national.call;

import io.caresettle.centre.Reply;
import io.caresettle.centre.national.check.Finding;
import io.caresettle.centre.national.check.Finding.Kind;
import io.caresettle.centre.national.check.MessageCheck;
import io.caresettle.centre.national.envelope.Incoming;
import io.caresettle.centre.national.envelope.Outgoing;
import io.caresettle.centre.national.envelope.Sender;
import io.caresettle.centre.national.envelope.Verdict;
import io.caresettle.centre.national.exchange.NationalLine;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.profile.Profile;
import io.caresettle.problem.Misuse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Calls any transaction that moves no money, checked before it leaves; nothing of it is kept. */
public final class RawCall {

  private static final Duration SLACK = Duration.ofSeconds(1);

  /**
   * What is asked.
   *
   * @param insuredPlace the division of the insured person, wherever the input names one; else
   *     empty
   * @param insurance where the receiving system follows it; else empty
   */
  public record Asked(String transaction, Node input, String insuredPlace, String insurance) {

    /** About nobody. */
    public static Asked of(String transaction, Node input) {
      return new Asked(transaction, input, "", "");
    }

    /** About somebody who is insured there. */
    public Asked from(String division) {
      return new Asked(transaction, input, division, insurance);
    }

    /** Without what it says: a message is about a patient. */
    @Override
    public String toString() {
      return "transaction " + transaction;
    }
  }

  /** An answer, and what it says of what was asked. */
  public record Told(Incoming answer, Verdict verdict) {

    public boolean isDone() {
      return verdict instanceof Verdict.Done;
    }
  }

  private final Profile profile;
  private final NationalLine line;
  private final Sender sender;
  private final Supplier<String> messageIds;
  private final InstantSource clock;
  private final String signInNumber;
  private final boolean unrecorded;
  private final boolean despiteFindings;

  private RawCall(
      Profile profile,
      NationalLine line,
      Sender sender,
      Supplier<String> messageIds,
      InstantSource clock,
      String signInNumber,
      boolean unrecorded,
      boolean despiteFindings) {
    this.profile = profile;
    this.line = line;
    this.sender = sender;
    this.messageIds = messageIds;
    this.clock = clock;
    this.signInNumber = signInNumber;
    this.unrecorded = unrecorded;
    this.despiteFindings = despiteFindings;
  }

  /**
   * Calls of one sender over one line.
   *
   * @param messageIds never give one twice, and none that a terminal of the institution gives: a
   *     reversal names a message by nothing else
   */
  public static RawCall over(
      Profile profile,
      NationalLine line,
      Sender sender,
      Supplier<String> messageIds,
      InstantSource clock) {
    return new RawCall(profile, line, sender, messageIds, clock, "", false, false);
  }

  /** The institution that calls. */
  public String institutionCode() {
    return sender.institutionCode();
  }

  /** The same with the number that signing in (9001) gave. */
  public RawCall signedIn(String number) {
    return new RawCall(
        profile, line, sender, messageIds, clock, number, unrecorded, despiteFindings);
  }

  /**
   * The same, for transactions that move money, too: for support, whose word is then all that
   * anybody has of what became of one.
   */
  public RawCall unrecorded() {
    return new RawCall(
        profile, line, sender, messageIds, clock, signInNumber, true, despiteFindings);
  }

  /** The same where what the check refuses is sent all the same. */
  public RawCall despiteFindings() {
    return new RawCall(profile, line, sender, messageIds, clock, signInNumber, unrecorded, true);
  }

  /**
   * The request as it will be sent; its message id is used up with it.
   *
   * @throws Misuse when it moves money; the message names the flow that keeps it
   */
  public Outgoing request(Asked asked) {
    if (!unrecorded) {
      MovesMoney.refuse(profile, asked.transaction());
    }
    return Outgoing.of(
        profile,
        sender,
        new Outgoing.Particulars(
            messageIds.get(),
            clock.instant(),
            asked.insuredPlace(),
            asked.insurance(),
            signInNumber,
            ""),
        asked.transaction(),
        asked.input());
  }

  /**
   * What the check says of a request, the envelope included, by what any source requires; {@link
   * #send} holds back for less, as below.
   */
  public List<Finding> findings(Outgoing request) {
    return MessageCheck.sender(profile).request(request);
  }

  /**
   * Sends a request once, and says within {@code deadline} what became of it.
   *
   * @return not sent, with what is wrong, where a field has another form than any source has for
   *     it, or lacks and this province requires it; what only another one requires may lack
   */
  public Reply<Told> send(Outgoing request, Duration deadline) {
    List<Finding> wrong = wrong(request);
    if (!despiteFindings && !wrong.isEmpty()) {
      return new Reply.NotSent<>(
          "检查未通过 the check refuses it: "
              + wrong.stream().map(Finding::toString).collect(Collectors.joining("; ")));
    }
    return told(request.transaction(), wait(request, deadline));
  }

  private List<Finding> wrong(Outgoing request) {
    List<Finding> found = new ArrayList<>();
    MessageCheck.platform(profile).request(request).stream()
        .filter(Finding::refuses)
        .forEach(found::add);
    findings(request).stream()
        .filter(Finding::refuses)
        .filter(one -> one.kind() != Kind.MISSING_FIELD && one.kind() != Kind.MISSING_NODE)
        .filter(one -> !found.contains(one))
        .forEach(found::add);
    return found;
  }

  /**
   * Makes a request and sends it.
   *
   * @throws Misuse when it moves money; the message names the flow that keeps it
   */
  public Reply<Told> call(Asked asked, Duration deadline) {
    return send(request(asked), deadline);
  }

  private Reply<Incoming> wait(Outgoing request, Duration deadline) {
    try {
      return line.send(request, deadline)
          .toCompletableFuture()
          .get(deadline.plus(SLACK).toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply.NoAnswer<>("等待被中断 the wait was interrupted");
    } catch (ExecutionException | TimeoutException | CancellationException e) {
      return new Reply.NoAnswer<>("未收到答复 no answer came: " + e.getClass().getSimpleName());
    }
  }

  private Reply<Told> told(String transaction, Reply<Incoming> reply) {
    if (reply instanceof Reply.Answered<Incoming> a) {
      return new Reply.Answered<>(new Told(a.value(), Verdict.of(profile, transaction, a.value())));
    } else if (reply instanceof Reply.Refused<Incoming> r) {
      return new Reply.Refused<>(r.refusal());
    } else if (reply instanceof Reply.NotSent<Incoming> n) {
      return new Reply.NotSent<>(n.why());
    } else if (reply instanceof Reply.NotAuthentic<Incoming> f) {
      return new Reply.NotAuthentic<>(f.sent(), f.why());
    }
    return new Reply.NoAnswer<>(((Reply.NoAnswer<Incoming>) reply).why());
  }
}
