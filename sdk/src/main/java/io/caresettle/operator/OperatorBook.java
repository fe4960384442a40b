package io.caresettle.operator;

import io.caresettle.protocol.certificate.Purpose;
import io.caresettle.protocol.certificate.Role;
import io.caresettle.protocol.keys.SigningKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may stand at the counters of one terminal, and as what. Nothing is checked when it is made.
 */
public record OperatorBook(List<Operator> operators) {

  public OperatorBook {
    operators = List.copyOf(operators);
  }

  public static OperatorBook of(Operator... operators) {
    return new OperatorBook(List.of(operators));
  }

  Optional<Operator> find(String id) {
    return operators.stream().filter(o -> o.id().equals(id)).findFirst();
  }

  /** Everything that is wrong with it, each with what to do; empty when nothing is. */
  public List<String> faults(String institutionCode, Instant now) {
    List<String> faults = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Set<SigningKey> keys = new HashSet<>();
    if (operators.isEmpty()) {
      faults.add("operators: found none, expected at least one: name who stands at the counters");
    }
    for (Operator operator : operators) {
      String who = "operators: " + operator.id() + ": ";
      if (!operator.id().matches("[0-9A-Za-z._-]{1,32}")) {
        faults.add(
            who + "an id is 1 to 32 letters, digits, dots, dashes or underscores: rename it");
      }
      if (!ids.add(operator.id())) {
        faults.add(who + "is named twice: give each person an id of their own");
      }
      if (!keys.add(operator.key())) {
        faults.add(who + "signs with another operator's key: give each person a key of their own");
      }
      certificate(operator, who, institutionCode, now).ifPresent(faults::add);
    }
    return faults;
  }

  private static Optional<String> certificate(
      Operator operator, String who, String institutionCode, Instant now) {
    return operator
        .certificate()
        .flatMap(
            c -> {
              if (c.role() != Role.OPERATOR || c.purpose() != Purpose.SIGNING) {
                return Optional.of(
                    who + "the certificate is no operator's for signing: name the right one");
              } else if (!c.publicKey().equals(operator.key().key())) {
                return Optional.of(who + "the certificate is of another key: name the right one");
              } else if (!c.institutionCode().equals(institutionCode)) {
                return Optional.of(
                    who
                        + "the certificate is of institution "
                        + c.institutionCode()
                        + ", not of "
                        + institutionCode);
              } else if (!c.validity().contains(now)) {
                return Optional.of(
                    who + "the certificate is valid " + c.validity() + ", not now: renew it");
              }
              return Optional.empty();
            });
  }
}
