package io.caresettle.protocol.session;

import io.caresettle.protocol.keys.PartyIdentity;
import java.util.Optional;

/**
 * The centre's list of terminals, and of the institutions for which each may speak.
 *
 * <p>It is asked during every handshake, on a thread that serves lines: it must answer from memory.
 */
@FunctionalInterface
public interface EnrolledTerminals {

  /** The terminal with these keys, if it is enrolled for this institution. */
  Optional<PartyIdentity> find(String keyId, String institutionCode);
}
