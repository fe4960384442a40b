package io.caresettle.sim.simulate;

import io.caresettle.journal.AuditHead;
import io.caresettle.journal.Entry;
import io.caresettle.protocol.sm.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The audit chain of a simulated disk: a link for each record, as a journal on a real disk has, but
 * written in its own way. What a real one would find in a file is for its own tests.
 */
final class AuditTrail {

  private record Link(String text, String digest) {}

  private final List<Link> links = new ArrayList<>();
  private String epoch;
  private int begun;
  private long told;
  private Optional<byte[]> countersigned = Optional.empty();

  AuditTrail(String epoch) {
    this.epoch = epoch;
  }

  AuditTrail copy() {
    AuditTrail copy = new AuditTrail(epoch);
    copy.links.addAll(links);
    copy.begun = begun;
    copy.countersigned = countersigned;
    return copy;
  }

  void link(Entry entry) {
    add(entry + ", " + entry.body());
  }

  /** The new life begins with the head of the old one. */
  void begin(String newEpoch) {
    begun = links.size();
    epoch = newEpoch;
    add("life " + newEpoch);
  }

  private void add(String text) {
    links.add(new Link(text, digest(last(), text)));
  }

  private String last() {
    return links.isEmpty() ? "0".repeat(64) : links.get(links.size() - 1).digest();
  }

  private static String digest(String before, String text) {
    return HexFormat.of().formatHex(Sm3.digest((before + text).getBytes(StandardCharsets.UTF_8)));
  }

  String epoch() {
    return epoch;
  }

  AuditHead head() {
    return new AuditHead(epoch, links.size() - begun, last());
  }

  /** Whether each link is the digest of all before it. */
  boolean verifies() {
    String before = "0".repeat(64);
    for (Link link : links) {
      if (!link.digest().equals(digest(before, link.text()))) {
        return false;
      }
      before = link.digest();
    }
    return true;
  }

  /** The centre's last signature over a head. */
  Optional<byte[]> countersigned() {
    return countersigned;
  }

  void keep(byte[] receipt) {
    countersigned = Optional.of(receipt);
  }

  /** The centre was told where the chain stands. */
  void told() {
    told = head().position();
  }

  /** Whether the centre was told of more than this copy holds: else nobody can know it for one. */
  boolean isBehindItsLast(AuditTrail original) {
    return original.epoch.equals(epoch) && original.told > head().position();
  }
}
