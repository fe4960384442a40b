package io.caresettle.tool;

import io.caresettle.protocol.keystore.Password;
import java.util.Arrays;
import java.util.Optional;

/** Where an operator is asked for what must not be seen. */
@FunctionalInterface
interface Console {

  /** The console that this process was started from, if it was started from one. */
  Console OF_THIS_SYSTEM =
      question ->
          Optional.ofNullable(System.console())
              .flatMap(console -> Optional.ofNullable(console.readPassword("%s: ", question)))
              .map(
                  characters -> {
                    Password answer = Password.copyOf(characters);
                    Arrays.fill(characters, '\0');
                    return answer;
                  });

  /** What the operator types, without echo; empty where there is no operator. */
  Optional<Password> ask(String question);
}
