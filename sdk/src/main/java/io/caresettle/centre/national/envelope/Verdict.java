package io.caresettle.centre.national.envelope;

import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.profile.ErrorText;
import io.caresettle.centre.national.profile.Profile;
import java.util.Optional;

/** What an answer says of what was asked, on both levels. */
public sealed interface Verdict {

  /** It was done. */
  record Done() implements Verdict {}

  /**
   * It was not done, or the answer says so.
   *
   * @param level where it was said
   * @param text as it came; for the operator
   */
  record Refused(Level level, String code, String text, ErrorText.Meaning meaning)
      implements Verdict {}

  /** The answer has no code, or one that is not the platform's: nobody knows what was done. */
  record Unclear(String why) implements Verdict {}

  /** Who said no. */
  enum Level {
    /** The platform or its gateway, in the envelope. */
    PLATFORM,
    /** The business behind it, in the output of an answer that the platform calls good. */
    BUSINESS
  }

  /** The platform answered, and only its gateway's own log could not be written. */
  String NOT_LOGGED = "-99";

  /** What {@code answer} says of {@code transaction}. */
  static Verdict of(Profile profile, String transaction, Incoming answer) {
    if (answer.code().isEmpty()) {
      return new Unclear("答复没有 infcode the answer has no infcode");
    }
    if (isGatewaysOwn(answer.code())) {
      return new Unclear("网关自身的错误 the gateway failed, with code " + answer.code());
    }
    boolean judgedByOutput = answer.code().equals(NOT_LOGGED);
    if (judgedByOutput && answer.output().members().isEmpty()) {
      return new Unclear("infcode -99 且没有 output: the platform did answer, nobody knows what");
    }
    boolean failed =
        (!isZero(answer.code()) && !judgedByOutput)
            || (profile.gateway().textMeansFailure() && !answer.text().isEmpty());
    if (failed) {
      return new Refused(
          Level.PLATFORM,
          answer.code(),
          answer.text(),
          profile.meaning(transaction, answer.text()));
    }
    Optional<Node> business =
        answer.output().nodes("result").stream()
            .filter(node -> node.text("retRslt").filter(code -> !code.equals("1")).isPresent())
            .findFirst();
    return business
        .<Verdict>map(
            node -> {
              String text = node.text("msgRslt").orElse("");
              return new Refused(
                  Level.BUSINESS,
                  node.text("retRslt").orElse(""),
                  text,
                  profile.meaning(transaction, text));
            })
        .orElseGet(Done::new);
  }

  /** Of a gateway or of HTTP: whether the platform did it is not said. */
  private static boolean isGatewaysOwn(String code) {
    return code.matches("-?(999|5[0-9]{2})");
  }

  private static boolean isZero(String code) {
    return code.matches("0{1,6}");
  }
}
