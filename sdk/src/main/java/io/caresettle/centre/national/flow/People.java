package io.caresettle.centre.national.flow;

import io.caresettle.centre.CardChallenge;
import io.caresettle.centre.CardConfirmation;
import io.caresettle.centre.CardRequest;
import io.caresettle.centre.CardVerdict;
import io.caresettle.centre.CodeBinding;
import io.caresettle.centre.CodeRequest;
import io.caresettle.centre.CredentialDesk;
import io.caresettle.centre.LookUpRequest;
import io.caresettle.centre.LookedUp;
import io.caresettle.centre.Reply;
import io.caresettle.centre.national.envelope.Incoming;
import io.caresettle.centre.national.message.Node;
import io.caresettle.credential.CodeUse;
import io.caresettle.credential.DocumentType;
import io.caresettle.credential.IdentityDocument;
import io.caresettle.credential.InsuranceCode;
import io.caresettle.credential.PersonName;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.identity.InsuredPerson;
import io.caresettle.identity.InsuredPerson.CredentialStanding;
import io.caresettle.problem.NextStep;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who somebody is: 1162 for a code's text, 1101 for everybody. */
final class People implements CredentialDesk {

  /** At most so many people are remembered at once; a trial needs whom it is for. */
  private static final int REMEMBERED = 512;

  /** Nobody says how long a token lives: the platform judges, this is for a screen. */
  private static final Duration TOKEN_SHOWN = Duration.ofMinutes(5);

  private static final Map<String, DocumentType> DOCUMENTS =
      Map.of(
          "01", DocumentType.RESIDENT_IDENTITY_CARD,
          "02", DocumentType.MILITARY,
          "03", DocumentType.MILITARY,
          "04", DocumentType.HONG_KONG_MACAO_PERMIT,
          "05", DocumentType.HONG_KONG_MACAO_PERMIT,
          "06", DocumentType.TAIWAN_PERMIT,
          "07", DocumentType.FOREIGN_PERMANENT_RESIDENCE,
          "08", DocumentType.PASSPORT,
          "17", DocumentType.HMT_RESIDENCE_PERMIT);

  /** A decoded code. */
  private record Token(String text, String visit) {
    @Override
    public String toString() {
      return "token";
    }
  }

  private final Gate gate;
  private final Map<String, Token> tokens = bounded();
  private final Map<String, Shown> people = bounded();

  People(Gate gate) {
    this.gate = gate;
  }

  private static <V> Map<String, V> bounded() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > REMEMBERED;
      }
    };
  }

  /** Whoever was looked up since this process began. */
  synchronized Optional<Shown> find(String personNumber) {
    return Optional.ofNullable(people.get(personNumber));
  }

  private synchronized void remember(Shown shown) {
    people.put(shown.personNumber(), shown);
  }

  @Override
  public Reply<CodeBinding> resolve(CodeRequest request, Duration within) {
    synchronized (this) {
      if (tokens.containsKey(request.requestId())) {
        return new Reply.Answered<>(binding(request.requestId(), true));
      }
    }
    Reply<String> token =
        decode(
            request.code(),
            request.use().business().code(),
            request.use().department(),
            request.use().selfService(),
            request.asking().operator(),
            Left.of(within));
    if (token instanceof Reply.Answered<String> a) {
      synchronized (this) {
        tokens.put(request.requestId(), new Token(a.value(), request.asking().visitNumber()));
      }
      return new Reply.Answered<>(binding(request.requestId(), false));
    }
    return Refusals.passedOn(token);
  }

  private CodeBinding binding(String id, boolean before) {
    return new CodeBinding(id, gate.now().plus(TOKEN_SHOWN), before);
  }

  /** 1162. */
  private Reply<String> decode(
      InsuranceCode code,
      String business,
      Optional<CodeUse.Department> department,
      boolean selfService,
      String operator,
      Left left) {
    Node data =
        Node.EMPTY
            .with("orgId", gate.institution())
            .with("businessType", business)
            .with("operatorId", operator)
            .with("operatorName", operator)
            .with("officeId", department.map(CodeUse.Department::code).orElse("0"))
            .with("officeName", department.map(CodeUse.Department::name).orElse("全院"))
            .with("deviceType", selfService ? "SelfService" : "Counter")
            .with("ecQrCode", code.text());
    Reply<Incoming> reply =
        gate.ask("1162", Node.EMPTY.with("data", data), Gate.For.NOBODY, operator, left);
    if (reply instanceof Reply.Answered<Incoming> a) {
      return token(a.value().output())
          .<Reply<String>>map(Reply.Answered::new)
          .orElseGet(() -> new Reply.NoAnswer<>("答复没有 ecToken the answer has no token"));
    }
    return Refusals.passedOn(reply);
  }

  private static Optional<String> token(Node output) {
    return output
        .text("ecToken")
        .or(() -> output.node("data").flatMap(data -> data.text("ecToken")));
  }

  @Override
  public Reply<CardChallenge> authenticate(CardRequest request, Duration within) {
    return Refusals.notHere("由中心验证社保卡，请用本机安全模块", "proving a card; use the terminal's own module");
  }

  @Override
  public Reply<CardVerdict> confirm(CardConfirmation confirmation, Duration within) {
    return Refusals.notHere("由中心验证社保卡，请用本机安全模块", "proving a card; use the terminal's own module");
  }

  Reply<LookedUp> lookUp(LookUpRequest request, Duration within) {
    Left left = Left.of(within);
    if (request.credential() instanceof SocialSecurityCard card) {
      return person(
          Node.EMPTY
              .with("mdtrt_cert_type", "03")
              .with("mdtrt_cert_no", card.cardNumber())
              .with("card_sn", card.cardIdentifier())
              .with("begntime", "")
              .with("psn_cert_type", "01")
              .with("certno", card.identityNumber().reveal())
              .with("psn_name", card.name().reveal()),
          request.operator(),
          left);
    }
    Reply<String> token = tokenOf(request, left);
    return token instanceof Reply.Answered<String> a
        ? person(
            Node.EMPTY
                .with("mdtrt_cert_type", "01")
                .with("mdtrt_cert_no", a.value())
                .with("card_sn", "")
                .with("begntime", "")
                .with("psn_cert_type", "01")
                .with("certno", "")
                .with("psn_name", ""),
            request.operator(),
            left)
        : Refusals.passedOn(token);
  }

  private Reply<String> tokenOf(LookUpRequest request, Left left) {
    if (request.proofId().isPresent()) {
      Token kept;
      synchronized (this) {
        kept = tokens.get(request.proofId().get());
      }
      return kept != null && kept.visit().equals(request.visitNumber())
          ? new Reply.Answered<>(kept.text())
          : Refusals.own(
              "BINDING_EXPIRED",
              "医保码已失效，请重新出示",
              "the code was decoded for another visit, or before a restart: show it again",
              NextStep.TRY_AGAIN);
    }
    return decode(
        (InsuranceCode) request.credential(),
        CodeUse.Business.SETTLEMENT.code(),
        Optional.empty(),
        false,
        request.operator(),
        left);
  }

  /** 1101. */
  private Reply<LookedUp> person(Node data, String operator, Left left) {
    Reply<Incoming> reply =
        gate.ask("1101", Node.EMPTY.with("data", data), Gate.For.NOBODY, operator, left);
    if (!(reply instanceof Reply.Answered<Incoming> a)) {
      return Refusals.passedOn(reply);
    }
    try {
      return new Reply.Answered<>(read(a.value().output(), data));
    } catch (IllegalArgumentException e) {
      return new Reply.NoAnswer<>(
          "1101 的答复不完整 the answer to 1101 does not say who it is, or not in a form that can be");
    }
  }

  /**
   * @throws IllegalArgumentException when it does not say who it is
   */
  private LookedUp read(Node output, Node asked) {
    Node base = output.node("baseinfo").orElse(Node.EMPTY);
    String number = required(base, "psn_no");
    String documentType = required(base, "psn_cert_type");
    String document = required(base, "certno");
    String name = required(base, "psn_name");
    DocumentType type = DOCUMENTS.get(documentType);
    if (type == null) {
      throw new IllegalArgumentException("A kind of document that we do not know");
    }
    Instant now = gate.now();
    Insurances insured = Insurances.read(output, gate.unconfirmed().aidClasses(), Times.day(now));
    remember(
        new Shown(
            number,
            asked.text("mdtrt_cert_type").orElse(""),
            asked.text("mdtrt_cert_no").orElse(""),
            documentType,
            document,
            name,
            insured.rows()));
    if (!insured.lacks().isEmpty()) {
      Found.tell(
          gate,
          "INSURANCE_LACKS",
          "参保信息缺少或无法识别 " + String.join(", ", insured.lacks()),
          "the insurances lack, or have unknown, " + String.join(", ", insured.lacks()));
    }
    return new LookedUp(
        new InsuredPerson(
            number,
            PersonName.of(name),
            IdentityDocument.of(type, document),
            CredentialStanding.VALID),
        insured.entitlements());
  }

  private static String required(Node node, String name) {
    return node.text(name).orElseThrow(() -> new IllegalArgumentException("Without " + name));
  }
}
