package io.caresettle.sim.centre;

import com.google.protobuf.MessageLite;
import io.caresettle.credential.NationalCode;
import io.caresettle.protocol.wire.CodeBinding;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.ResolveCode;
import io.caresettle.protocol.wire.ResolveCodeAnswer;
import io.caresettle.sim.centre.CodeBindings.Binding;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Decoding (医保码解码): whose national code is it, and to which visit is it bound? The visit that shows
 * it first has it. There it may be shown again until the binding ends, also when the code itself
 * has run out since, because an answer may have been lost.
 *
 * @param life how long a binding holds
 */
record CodeResolutions(
    Rolls rolls, CodeBindings bindings, CodeCheck codes, RandomGenerator random, Duration life)
    implements Clerk {

  /** The national list: hospitals, then pharmacies. */
  private static final Pattern HOSPITAL = Pattern.compile("0110[1-4]|0120[1-4]|0130[1-5]");

  private static final Pattern PHARMACY = Pattern.compile("0212[12]");

  private static final int LONGEST_VISIT = 64;
  private static final int LONGEST_DEPARTMENT_CODE = 20;
  private static final int LONGEST_DEPARTMENT_NAME = 30;

  @Override
  public MessageType answerType() {
    return MessageType.RESOLVE_CODE_ANSWER;
  }

  @Override
  public MessageLite serve(Request request) throws Refused {
    ResolveCode asked = Readings.read(ResolveCode.getDefaultInstance(), request.payload());
    check(asked, request);
    byte[] digest = CodeBindings.digest(asked);
    Optional<Binding> sameRequest = bindings.ofRequest(request.institution(), asked.getRequestId());
    if (sameRequest.filter(b -> !isSame(b, asked, digest, request)).isPresent()) {
      throw Reason.REQUEST_ID_REUSED.because();
    }
    Optional<Binding> before = bindings.ofCode(digest);
    if (before.isEmpty()) {
      return answer(bind(asked, digest, request), false);
    }
    Binding bound = before.get();
    if (!isSame(bound, asked, digest, request)) {
      throw Reason.CODE_BOUND.because();
    }
    if (bound.isOver(request.now())) {
      throw Reason.BINDING_EXPIRED.because();
    }
    return answer(bound, true);
  }

  private void check(ResolveCode asked, Request request) throws Refused {
    Rolls.Place place =
        rolls.place(request.institution()).orElseThrow(Reason.UNKNOWN_INSTITUTION::because);
    if (!Request.isRequestId(asked.getRequestId())
        || !NationalCode.carries(asked.getCode())
        || asked.getVisitNumber().isBlank()
        || asked.getVisitNumber().length() > LONGEST_VISIT
        || asked.getTerminalSlot() < 0
        || asked.getTerminalSlot() > 99
        || asked.getOperator().isBlank()
        || asked.getDepartmentCode().length() > LONGEST_DEPARTMENT_CODE
        || asked.getDepartmentName().length() > LONGEST_DEPARTMENT_NAME
        || !(asked.getDeviceType().isEmpty() || asked.getDeviceType().equals("SelfService"))) {
      throw Reason.MALFORMED.because();
    }
    Pattern businesses = place.pharmacy() ? PHARMACY : HOSPITAL;
    if (!businesses.matcher(asked.getBusinessType()).matches()) {
      throw Reason.BUSINESS_TYPE.because();
    }
  }

  private static boolean isSame(Binding bound, ResolveCode asked, byte[] digest, Request request) {
    return Arrays.equals(bound.digest(), digest)
        && bound.isOf(request, asked.getVisitNumber())
        && bound.slot() == asked.getTerminalSlot();
  }

  private Binding bind(ResolveCode asked, byte[] digest, Request request) throws Refused {
    CodeCheck.Shown shown = codes.checkNational(asked.getCode(), request.now());
    if (shown instanceof CodeCheck.Shown.NotValidNow) {
      throw Reason.CODE_EXPIRED.because();
    }
    if (!(shown instanceof CodeCheck.Shown.Genuine genuine)) {
      throw Reason.CODE_UNKNOWN.because();
    }
    Rolls.Person person =
        Optional.ofNullable(rolls.byPseudonym(codes::pseudonymOf).get(genuine.pseudonym()))
            .orElseThrow(Reason.CODE_UNKNOWN::because);
    byte[] id = new byte[16];
    random.nextBytes(id);
    Binding binding =
        new Binding(
            "B" + HexFormat.of().formatHex(id),
            digest,
            asked.getRequestId(),
            request.institution(),
            request.terminal().partyId(),
            asked.getTerminalSlot(),
            asked.getVisitNumber(),
            person.number(),
            request.now(),
            request.now().plus(life));
    bindings.keep(binding);
    return binding;
  }

  private static MessageLite answer(Binding binding, boolean before) {
    return ResolveCodeAnswer.newBuilder()
        .setBinding(
            CodeBinding.newBuilder()
                .setBindingId(binding.id())
                .setPersonNumber(binding.person())
                .setInstitutionCode(binding.institution())
                .setTerminalSlot(binding.slot())
                .setVisitNumber(binding.visit())
                .setBoundAtMillis(binding.at().toEpochMilli())
                .setExpiresAtMillis(binding.expires().toEpochMilli())
                .setBoundBefore(before))
        .build();
  }

  @Override
  public MessageLite refuse(Refusal refusal) {
    return ResolveCodeAnswer.newBuilder().setRefusal(refusal).build();
  }
}
