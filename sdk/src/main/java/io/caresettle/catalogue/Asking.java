package io.caresettle.catalogue;

import io.caresettle.centre.Answers;
import io.caresettle.centre.Reply;
import io.caresettle.centre.national.call.RawCall;
import io.caresettle.centre.national.envelope.Verdict;
import io.caresettle.centre.national.message.Node;
import io.caresettle.problem.CentreRefused;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.NextStep;
import java.time.Duration;
import java.util.List;

/** Asks the platform, and takes no for an exception. */
record Asking(RawCall calls) {

  /**
   * @throws CentreRefused when the platform said no
   * @throws CentreUnreachable when no answer came
   */
  Node ask(String transaction, Node input, Duration within) {
    Reply<RawCall.Told> reply = calls.call(RawCall.Asked.of(transaction, input), within);
    RawCall.Told told = Answers.require(reply, "Transaction " + transaction);
    if (told.verdict() instanceof Verdict.Refused refused) {
      throw new CentreRefused(
          refused.meaning().name(),
          refused.text(),
          "the platform refused " + transaction + " with code " + refused.code(),
          "",
          NextStep.TRY_AGAIN);
    } else if (told.verdict() instanceof Verdict.Unclear unclear) {
      throw new CentreUnreachable(
          "Transaction " + transaction + " was answered unclearly: " + unclear.why());
    }
    return told.answer().output();
  }

  /** A list under its name, or under the usual names of gateways. */
  static List<Node> rows(Node output, String name) {
    for (String one : List.of(name, "", "output", "result")) {
      List<Node> found = output.nodes(one);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }
}
