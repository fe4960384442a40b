package io.caresettle.centre.national.flow;

import io.caresettle.centre.CentreNews;
import io.caresettle.centre.Evidence;
import io.caresettle.centre.Refusal;
import io.caresettle.centre.Reply;
import io.caresettle.centre.national.check.Finding;
import io.caresettle.centre.national.check.Finding.Kind;
import io.caresettle.centre.national.check.MessageCheck;
import io.caresettle.centre.national.envelope.Incoming;
import io.caresettle.centre.national.envelope.Outgoing;
import io.caresettle.centre.national.envelope.Sender;
import io.caresettle.centre.national.envelope.Verdict;
import io.caresettle.centre.national.exchange.Exchange;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Unreadable;
import io.caresettle.centre.national.profile.ErrorText.Meaning;
import io.caresettle.centre.national.profile.Profile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Makes the messages of one institution and sends them, signed in before the first. */
final class Gate implements AutoCloseable {

  private static final Duration SLACK = Duration.ofSeconds(1);

  /**
   * For whom a message is.
   *
   * @param insuredPlace the division of the insured person; empty without a person
   * @param insurance {@code insutype}; empty where it does not matter
   */
  record For(String insuredPlace, String insurance) {
    static final For NOBODY = new For("", "");
  }

  private final NationalSettings settings;
  private final Supplier<String> messageIds;
  private final Clock clock;
  private final CentreNews news;
  private final Exchange line;
  private final MessageCheck province;
  private final MessageCheck strict;
  private final Set<String> lost = ConcurrentHashMap.newKeySet();
  private volatile String signInNumber = "";

  Gate(
      NationalSettings settings,
      Exchange line,
      Supplier<String> messageIds,
      Clock clock,
      CentreNews news) {
    this.settings = settings;
    this.messageIds = messageIds;
    this.clock = clock;
    this.news = news;
    this.line = line;
    this.province = MessageCheck.platform(settings.profile());
    this.strict = MessageCheck.sender(settings.profile());
  }

  Profile profile() {
    return settings.profile();
  }

  NationalSettings settings() {
    return settings;
  }

  Unconfirmed unconfirmed() {
    return settings.unconfirmed();
  }

  String institution() {
    return settings.sender().institutionCode();
  }

  /** The division of the institution. */
  String place() {
    String place = settings.sender().place();
    return place.isEmpty() ? settings.profile().gateway().place() : place;
  }

  Instant now() {
    return clock.instant();
  }

  CentreNews news() {
    return news;
  }

  String nextId() {
    return messageIds.get();
  }

  /** The name of the input's main node here, where the interface's usual one is {@code usual}. */
  String node(String transaction, String usual) {
    return settings.profile().wording().nodes().getOrDefault(transaction, usual);
  }

  /**
   * What is wrong with an input so that it must not go. What only another province requires is not,
   * because it is conditional where nobody says so, such as the card's number for a code.
   */
  List<Finding> wrong(String transaction, Node input) {
    List<Finding> found =
        new java.util.ArrayList<>(
            province.input(transaction, input).stream().filter(Finding::refuses).toList());
    strict.input(transaction, input).stream()
        .filter(Finding::refuses)
        .filter(one -> one.kind() != Kind.MISSING_FIELD && one.kind() != Kind.MISSING_NODE)
        .filter(one -> !found.contains(one))
        .forEach(found::add);
    return found;
  }

  /** A request as it will be sent; its id is used up with it. */
  Outgoing make(String transaction, Node input, For whom, String operator) {
    return make(transaction, input, whom, operator, messageIds.get());
  }

  Outgoing make(String transaction, Node input, For whom, String operator, String messageId) {
    if (!NationalConnector.transactions().contains(transaction)) {
      throw new IllegalStateException(
          "Transaction " + transaction + " is missing in the list of those that are sent");
    }
    return Outgoing.of(
        settings.profile(),
        by(operator),
        new Outgoing.Particulars(
            messageId, clock.instant(), whom.insuredPlace(), whom.insurance(), signInNumber, ""),
        transaction,
        input);
  }

  private Sender by(String operator) {
    Sender usual = settings.sender();
    return operator.isEmpty()
        ? usual
        : new Sender(
            usual.institutionCode(),
            usual.institutionName(),
            usual.place(),
            usual.operatorType(),
            operator,
            operator.equals(usual.operator()) ? usual.operatorName() : operator,
            usual.device(),
            usual.further());
  }

  /** Checks, signs in where that was not done, makes and sends. Nothing of it is kept. */
  Reply<Incoming> ask(String transaction, Node input, For whom, String operator, Left left) {
    List<Finding> wrong = wrong(transaction, input);
    if (!wrong.isEmpty()) {
      return Refusals.fields(transaction, wrong);
    }
    Reply<Incoming> reply = signedIn(transaction, input, whom, operator, left);
    // Nothing of it was done, and nothing of it is kept: under another sign-in it is another one.
    return reply instanceof Reply.Refused<Incoming> r && isForSignIn(r.refusal())
        ? signedIn(transaction, input, whom, operator, left)
        : reply;
  }

  private Reply<Incoming> signedIn(
      String transaction, Node input, For whom, String operator, Left left) {
    Reply<String> session = session(left);
    return session instanceof Reply.Answered
        ? send(make(transaction, input, whom, operator), left)
        : Refusals.passedOn(session);
  }

  static boolean isForSignIn(Refusal refusal) {
    return refusal.code().equals(Meaning.SIGN_IN.name());
  }

  /** Whether this message was made under a sign-in that the platform does not know any more. */
  boolean isOfLostSignIn(Evidence kept) {
    if (lost.isEmpty()) {
      return false;
    }
    try {
      return Undos.read(kept.document().bytes())
          .whole()
          .text("sign_no")
          .filter(lost::contains)
          .isPresent();
    } catch (Unreadable e) {
      return false;
    }
  }

  /** The next call signs in. */
  private void signedOut(Outgoing request) {
    String number = request.whole().text("sign_no").orElse("");
    if (!number.isEmpty()) {
      lost.add(number);
    }
    if (signInNumber.equals(number)) {
      signInNumber = "";
    }
  }

  /** The sign-in number; signs in where there is none. */
  Reply<String> session(Left left) {
    if (!signInNumber.isEmpty()) {
      return new Reply.Answered<>(signInNumber);
    }
    Reply<Incoming> reply = signIn(left);
    return reply instanceof Reply.Answered
        ? new Reply.Answered<>(signInNumber)
        : Refusals.passedOn(reply);
  }

  /** 9001. */
  Reply<Incoming> signIn(Left left) {
    Node input =
        Node.EMPTY.with(
            node("9001", "signIn"),
            Node.EMPTY
                .with("opter_no", settings.sender().operator())
                .with("mac", settings.mac())
                .with("ip", settings.ip()));
    List<Finding> wrong = wrong("9001", input);
    if (!wrong.isEmpty()) {
      return Refusals.fields("9001", wrong);
    }
    Reply<Incoming> reply = send(make("9001", input, For.NOBODY, ""), left);
    if (reply instanceof Reply.Answered<Incoming> a) {
      signInNumber = signedIn(a.value().output()).text("sign_no").orElse("");
    }
    return reply;
  }

  /** What 9001 tells, wherever this province puts it. */
  static Node signedIn(Node output) {
    return output
        .node("signinoutb")
        .or(() -> output.node("result"))
        .filter(found -> found.text("sign_no").isPresent())
        .orElse(output);
  }

  /** Sends what was made, and says what became of it: answered only where it was done. */
  Reply<Incoming> send(Outgoing request, Left left) {
    byte[] bytes = request.bytes();
    news.sent(request.transaction(), bytes.length, bytes.length);
    Reply<Incoming> reply = wait(request, left.duration());
    return reply instanceof Reply.Answered<Incoming> a ? judged(request, a.value()) : reply;
  }

  private Reply<Incoming> wait(Outgoing request, Duration within) {
    CompletableFuture<Reply<Incoming>> reply = line.send(request, within).toCompletableFuture();
    try {
      return reply.get(within.plus(SLACK).toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply.NoAnswer<>("等待被中断 the wait was interrupted");
    } catch (ExecutionException | TimeoutException | CancellationException e) {
      return new Reply.NoAnswer<>("未收到答复 no answer came: " + e.getClass().getSimpleName());
    }
  }

  private Reply<Incoming> judged(Outgoing request, Incoming answer) {
    String transaction = request.transaction();
    int size = answer.whole().members().size();
    news.received(transaction, size, size);
    Verdict verdict = Verdict.of(settings.profile(), transaction, answer);
    if (verdict instanceof Verdict.Done) {
      return new Reply.Answered<>(answer);
    } else if (verdict instanceof Verdict.Refused refused) {
      if (refused.meaning() == Meaning.SIGN_IN) {
        signedOut(request);
      }
      return refused.meaning() == Meaning.UNKNOWN
          ? new Reply.NoAnswer<>("网关未得到平台答复 a gateway answered, and the platform perhaps did not")
          : new Reply.Refused<>(Refusals.of(transaction, refused));
    }
    return new Reply.NoAnswer<>(((Verdict.Unclear) verdict).why());
  }

  @Override
  public void close() {
    signInNumber = "";
  }
}
