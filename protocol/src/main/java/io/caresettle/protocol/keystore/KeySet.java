package io.caresettle.protocol.keystore;

import io.caresettle.protocol.KeyRejected;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.Validity;
import io.caresettle.protocol.keys.PartyKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The keys of one party over the years: each generation with its id, its two purposes, its
 * validity, and whether it was withdrawn.
 *
 * <p>Generations overlap: a new one is certified while the old one is still valid, the newest valid
 * one is used, and none is ever thrown away here, because what was wrapped for it must still open.
 * A set is a value; each change makes another one.
 */
public final class KeySet {

  /**
   * One generation of keys.
   *
   * @param certificates absent while it waits for them
   * @param withdrawn when it was withdrawn, if it was
   */
  public record Generation(
      PartyKeys keys, Optional<CertificatePair> certificates, Optional<Instant> withdrawn) {

    /** Puts together what belongs together, as {@link CertifiedKeys} does. */
    public Generation {
      certificates.ifPresent(pair -> new CertifiedKeys(keys, pair));
    }

    /** 16 hex digits, as they stand beside signatures and wrapped keys. */
    public String keyId() {
      return keys.identity().keyId();
    }

    /** When it may be used; absent while it waits for its certificates. */
    public Optional<Validity> validity() {
      return certificates.map(CertificatePair::validity);
    }
  }

  private final String partyId;
  private final List<Generation> generations;

  private KeySet(String partyId, List<Generation> generations) {
    this.partyId = partyId;
    this.generations = List.copyOf(generations);
  }

  /** A set that holds nothing yet. */
  public static KeySet of(String partyId) {
    return new KeySet(partyId, List.of());
  }

  /** Whose keys these are. */
  public String partyId() {
    return partyId;
  }

  /** In the order in which they were made. */
  public List<Generation> generations() {
    return generations;
  }

  /**
   * This set with another generation, which waits for its certificates.
   *
   * @throws KeyRejected if it is another party's, or is in the set already
   */
  public KeySet with(PartyKeys fresh) {
    return with(new Generation(fresh, Optional.empty(), Optional.empty()));
  }

  KeySet with(Generation generation) {
    String owner = generation.keys().identity().partyId();
    if (!owner.equals(partyId)) {
      throw new KeyRejected("These are the keys of " + partyId + ", and " + owner + " is another");
    }
    if (find(generation.keyId()).isPresent()) {
      throw new KeyRejected("The keys " + generation.keyId() + " are here already");
    }
    List<Generation> more = new ArrayList<>(generations);
    more.add(generation);
    return new KeySet(partyId, more);
  }

  /**
   * This set with the certificates of one of its generations, in the place of any it had.
   *
   * @throws KeyRejected if they are for none of these keys
   */
  public KeySet certified(CertificatePair certificates) {
    String keyId = certificates.identity().keyId();
    return changed(
        keyId, was -> new Generation(was.keys(), Optional.of(certificates), was.withdrawn()));
  }

  /**
   * This set with one of its generations withdrawn: it signs and opens nothing new from {@code at}
   * on. The first withdrawal counts.
   *
   * @throws KeyRejected if there is no such generation
   */
  public KeySet withdrawn(String keyId, Instant at) {
    return changed(
        keyId,
        was ->
            new Generation(
                was.keys(), was.certificates(), Optional.of(was.withdrawn().orElse(at))));
  }

  private KeySet changed(String keyId, java.util.function.UnaryOperator<Generation> change) {
    if (find(keyId).isEmpty()) {
      throw unknown(keyId);
    }
    return new KeySet(
        partyId,
        generations.stream()
            .map(each -> each.keyId().equals(keyId) ? change.apply(each) : each)
            .toList());
  }

  /** The generation with this key id, in whatever state it is. */
  public Optional<Generation> find(String keyId) {
    return generations.stream().filter(each -> each.keyId().equals(keyId)).findFirst();
  }

  /** What {@code generation} of this set is good for at {@code now}. */
  public KeyState state(Generation generation, Instant now) {
    if (generation.withdrawn().filter(at -> !at.isAfter(now)).isPresent()) {
      return KeyState.WITHDRAWN;
    }
    Optional<Validity> validity = generation.validity();
    if (validity.isEmpty()) {
      return KeyState.AWAITING_CERTIFICATES;
    }
    if (now.isBefore(validity.get().from())) {
      return KeyState.UPCOMING;
    }
    if (!validity.get().contains(now)) {
      return KeyState.EXPIRED;
    }
    return newest(now).filter(generation::equals).isPresent()
        ? KeyState.CURRENT
        : KeyState.RELIEVED;
  }

  /**
   * The keys to use at {@code now}: of those valid and not withdrawn, those that became valid last.
   *
   * @throws KeyRejected if there are none, saying what there is
   */
  public CertifiedKeys current(Instant now) {
    return newest(now)
        .flatMap(each -> each.certificates().map(pair -> new CertifiedKeys(each.keys(), pair)))
        .orElseThrow(() -> none(now));
  }

  private Optional<Generation> newest(Instant now) {
    return generations.stream()
        .filter(each -> each.validity().filter(validity -> validity.contains(now)).isPresent())
        .filter(each -> each.withdrawn().filter(at -> !at.isAfter(now)).isEmpty())
        .max(Comparator.comparing(each -> each.validity().map(Validity::from).orElse(Instant.MIN)));
  }

  private KeyRejected none(Instant now) {
    String there =
        generations.stream()
            .map(
                each ->
                    each.keyId()
                        + " "
                        + state(each, now)
                        + each.validity().map(validity -> " (" + validity + ")").orElse(""))
            .collect(Collectors.joining(", "));
    return new KeyRejected(
        "Of the keys of "
            + partyId
            + " none can be used at "
            + now
            + ": "
            + (there.isEmpty() ? "there are none" : there)
            + ". Look at this clock, then ask the centre for certificates");
  }

  private KeyRejected unknown(String keyId) {
    return new KeyRejected(
        "The key id "
            + keyId
            + " is none of "
            + partyId
            + "'s, which are "
            + generations.stream().map(Generation::keyId).collect(Collectors.joining(", ")));
  }

  @Override
  public String toString() {
    return "KeySet["
        + partyId
        + ", "
        + generations.stream().map(Generation::keyId).collect(Collectors.joining(", "))
        + ", hidden]";
  }
}
