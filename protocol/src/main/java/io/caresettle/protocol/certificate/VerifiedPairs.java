package io.caresettle.protocol.certificate;

import io.caresettle.protocol.sm.Sm3;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the pairs whose signatures were verified: the most recently used ones.
 *
 * <p>Only what was verified is remembered, so that nobody without a certificate can fill it. The
 * decoded keys are kept, too: they carry tables that make the next handshake cheaper.
 */
final class VerifiedPairs {

  private static final int MOST = 1024;

  /** A pair, and what stands above it. */
  record Verified(CertificatePair pair, Chain chain) {}

  private final TrustProfile profile;
  private final List<PartyCertificate> roots;
  private final Map<String, Verified> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
          return size() > MOST;
        }
      };

  VerifiedPairs(TrustProfile profile, List<PartyCertificate> roots) {
    this.profile = profile;
    this.roots = roots;
  }

  Verified of(byte[] encoded) {
    Verified known = known(HexFormat.of().formatHex(Sm3.digest(encoded)));
    return known == null ? of(CertificatePair.decode(encoded)) : known;
  }

  Verified of(CertificatePair pair) {
    String fingerprint = pair.fingerprint();
    Verified known = known(fingerprint);
    if (known != null) {
      return known;
    }
    // Outside the lock: two threads may both verify, nobody waits.
    Verified fresh = new Verified(pair, Chain.verify(profile, roots, pair));
    synchronized (remembered) {
      remembered.put(fingerprint, fresh);
    }
    return fresh;
  }

  private @Nullable Verified known(String fingerprint) {
    synchronized (remembered) {
      return remembered.get(fingerprint);
    }
  }
}
