package io.caresettle.tool;

import io.caresettle.problem.Misuse;
import io.caresettle.protocol.keystore.KeySet;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whose keys a store that is not there yet will hold; a store that is there says it itself. */
final class PartyOption {

  @Option(
      names = "--party",
      paramLabel = "ID",
      description = "主体编号；密钥库已存在时可省略 / party id; not needed where the store says it")
  private Optional<String> party = Optional.empty();

  /** The keys of a store that is not there yet: none. */
  KeySet first(Path store) {
    return KeySet.of(
        party.orElseThrow(
            () ->
                new Misuse(
                    "--party: found none, expected the party id of the new store "
                        + store
                        + ": name it as it was agreed with the centre")));
  }

  /** Refuses a store that holds another party's keys than were named. */
  void requireOwner(KeySet keys, Path store) {
    if (party.isPresent() && !party.get().equals(keys.partyId())) {
      throw new Misuse(
          "--party: found "
              + party.get()
              + ", expected "
              + keys.partyId()
              + ", whose keys are in "
              + store
              + ": name another store");
    }
  }
}
