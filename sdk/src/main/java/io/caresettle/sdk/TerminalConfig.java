package io.caresettle.sdk;

import io.caresettle.centre.CentreConnector;
import io.caresettle.centre.sealed.SealedCentre;
import io.caresettle.eligibility.Institution;
import io.caresettle.identity.FaceCheck;
import io.caresettle.identity.RealNameProfile;
import io.caresettle.journal.JournalPlace;
import io.caresettle.operator.OperatorBook;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.protocol.certificate.Validity;
import io.caresettle.protocol.keys.EncryptionKey;
import io.caresettle.protocol.keys.EncryptionPair;
import io.caresettle.settlement.Backoff;
import io.caresettle.settlement.UndoProfile;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLContext;

/** All that a terminal needs to know before it opens. What is missing or wrong is said at once. */
public final class TerminalConfig {

  private final Builder b;

  private TerminalConfig(Builder builder) {
    this.b = new Builder(builder);
  }

  /** Starts with nothing but the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Checks everything there is to check without the centre.
   *
   * @throws Misuse that lists all faults
   */
  CheckedConfig check() {
    return CheckedConfig.of(b);
  }

  /** Collects a configuration. Nothing is checked before the terminal opens. */
  public static final class Builder {

    Optional<CentreConnector> centre = Optional.empty();
    Optional<Validity> certified = Optional.empty();
    Optional<Institution> institution = Optional.empty();
    Optional<Integer> slot = Optional.empty();
    RealNameProfile persons = RealNameProfile.PRODUCTION;
    FaceCheck faceCheck = FaceCheck.NONE;
    Optional<JournalPlace> journal = Optional.empty();
    Optional<EncryptionPair> centreKey = Optional.empty();
    Optional<EncryptionPair> journalKey = Optional.empty();
    List<EncryptionPair> olderJournalKeys = List.of();
    Optional<EncryptionKey> recoveryKey = Optional.empty();
    boolean withoutRecoveryKey;
    Optional<PolicyBook> policy = Optional.empty();
    Optional<OperatorBook> operators = Optional.empty();
    Optional<Backoff> backoff = Optional.empty();
    Clock clock = Clock.systemUTC();
    LongSupplier nanos = System::nanoTime;
    SecureRandom random = new SecureRandom();
    Duration deadline = Duration.ofSeconds(30);
    Duration keepFor = Duration.ofMinutes(2);
    boolean secondPersonCancels;
    Optional<UndoProfile> undo = Optional.empty();
    Duration rounds = Duration.ofSeconds(15);
    Duration costsAlarmAfter = Duration.ofHours(24);
    TerminalListener listener = new TerminalListener() {};

    private Builder() {}

    private Builder(Builder from) {
      centre = from.centre;
      certified = from.certified;
      institution = from.institution;
      slot = from.slot;
      persons = from.persons;
      faceCheck = from.faceCheck;
      journal = from.journal;
      centreKey = from.centreKey;
      journalKey = from.journalKey;
      olderJournalKeys = from.olderJournalKeys;
      recoveryKey = from.recoveryKey;
      withoutRecoveryKey = from.withoutRecoveryKey;
      policy = from.policy;
      operators = from.operators;
      backoff = from.backoff;
      clock = from.clock;
      nanos = from.nanos;
      random = from.random;
      deadline = from.deadline;
      keepFor = from.keepFor;
      secondPersonCancels = from.secondPersonCancels;
      undo = from.undo;
      rounds = from.rounds;
      costsAlarmAfter = from.costsAlarmAfter;
      listener = from.listener;
    }

    /**
     * A centre that speaks our sealed protocol. Where {@link #journalKey} names no other pair, the
     * journal's data keys are wrapped for the encryption pair of {@code own}.
     *
     * @param own this terminal's keys, with the certificates that its enrolment brought
     * @param trust the roots that the centre's certificates must lead to
     * @param centreId the party id of the centre that is meant
     */
    public Builder centre(
        InetSocketAddress address, CertifiedKeys own, Trust trust, String centreId) {
      return centre(List.of(address), own, trust, centreId);
    }

    /**
     * The same for a centre that is found at several addresses, the best first: where there is no
     * session at one, the next is tried. Beneath the line to an address that is not loopback lies
     * the JDK's default TLS.
     */
    public Builder centre(
        List<InetSocketAddress> addresses, CertifiedKeys own, Trust trust, String centreId) {
      return centre(addresses, Optional.empty(), own, trust, centreId);
    }

    /**
     * The same with TLS beneath every line, on loopback as well.
     *
     * @param tls what it trusts and shows
     */
    public Builder centre(
        List<InetSocketAddress> addresses,
        SSLContext tls,
        CertifiedKeys own,
        Trust trust,
        String centreId) {
      return centre(addresses, Optional.of(tls), own, trust, centreId);
    }

    private Builder centre(
        List<InetSocketAddress> addresses,
        Optional<SSLContext> tls,
        CertifiedKeys own,
        Trust trust,
        String centreId) {
      centreKey = Optional.of(own.keys().encryption());
      certified = Optional.of(own.certificates().validity());
      if (trust.profile() == TrustProfile.TEST) {
        testPersons();
      }
      // None is a fault that is told with all others.
      centre =
          addresses.isEmpty()
              ? Optional.empty()
              : Optional.of(SealedCentre.at(addresses, tls, own, trust, centreId));
      return this;
    }

    /** Any other way to a centre. */
    public Builder centre(CentreConnector connector) {
      certified = Optional.empty();
      centre = Optional.of(connector);
      return this;
    }

    /**
     * Takes people who do not exist, and credentials that nobody proved: for simulators and tests.
     * It goes without saying where the centre's certificates are trusted in the test profile.
     */
    public Builder testPersons() {
      persons = RealNameProfile.TEST;
      return this;
    }

    /** The device that compares faces at every check; {@link FaceCheck#NONE} by default. */
    public Builder faceCheck(FaceCheck device) {
      faceCheck = device;
      return this;
    }

    /** The institution that this terminal serves. */
    public Builder institution(Institution served) {
      institution = Optional.of(served);
      return this;
    }

    /** 0 to 99: this terminal's own number in its institution, part of every message id. */
    public Builder slot(int number) {
      slot = Optional.of(number);
      return this;
    }

    /** The journal's file, on a local disk. It is made when there is none. */
    public Builder journal(Path file) {
      return journal(JournalPlace.file(file));
    }

    /**
     * The journal's file or database. In a database several terminals of the institution keep one
     * journal; each needs a slot of its own, and the keys of all of them.
     */
    public Builder journal(JournalPlace place) {
      journal = Optional.of(place);
      return this;
    }

    /**
     * The pair that opens the journal's data keys.
     *
     * @param older pairs that did so before; after one opening with both, they are needed no more
     */
    public Builder journalKey(EncryptionPair own, EncryptionPair... older) {
      journalKey = Optional.of(own);
      olderJournalKeys = List.of(older);
      return this;
    }

    /**
     * The institution's recovery key, whose pair is kept elsewhere: with it a lost terminal's open
     * bills are brought to their end ({@link io.caresettle.journal.Recovery}). Needed, unless
     * {@link #withoutRecoveryKey} is said.
     */
    public Builder recoveryKey(EncryptionKey institutions) {
      recoveryKey = Optional.of(institutions);
      return this;
    }

    /** If this terminal's key is ever lost, so are its open bills and its evidence. */
    public Builder withoutRecoveryKey() {
      withoutRecoveryKey = true;
      return this;
    }

    /** The law to estimate with. */
    public Builder policy(PolicyBook book) {
      policy = Optional.of(book);
      return this;
    }

    /** Who may stand at the counters, with their roles and keys. */
    public Builder operators(OperatorBook book) {
      operators = Optional.of(book);
      return this;
    }

    /** The wall clock; it only ever becomes data. */
    public Builder clock(Clock wall) {
      clock = wall;
      return this;
    }

    /** The clock that nobody can set, in nanoseconds. */
    public Builder monotonic(LongSupplier source) {
      nanos = source;
      return this;
    }

    public Builder random(SecureRandom source) {
      random = source;
      return this;
    }

    /** How long the resolver waits between two turns; half a second to five minutes by default. */
    public Builder backoff(Backoff between) {
      backoff = Optional.of(between);
      return this;
    }

    /** For every call that names none of its own; 30 seconds by default. */
    public Builder deadline(Duration perCall) {
      deadline = perCall;
      return this;
    }

    /** How long after its deadline an unanswered bill is still wanted; 2 minutes by default. */
    public Builder keepFor(Duration afterDeadline) {
      keepFor = afterDeadline;
      return this;
    }

    /** No operator cancels a settlement alone: a second one has to allow it. */
    public Builder secondPersonCancels() {
      secondPersonCancels = true;
      return this;
    }

    /**
     * How the centre undoes, and who decides on other figures; by default what belongs to the
     * connector: our own protocol's, or the national interface's.
     */
    public Builder undoProfile(UndoProfile ofTheCentre) {
      undo = Optional.of(ofTheCentre);
      return this;
    }

    /**
     * How long the terminal rests between two rounds in which it does what nobody asks for: signing
     * in, taking up what another till left, telling costs; 15 seconds by default.
     */
    public Builder rounds(Duration pause) {
      rounds = pause;
      return this;
    }

    /** So old may costs become that wait to be told to the centre; 24 hours by default. */
    public Builder costsAlarmAfter(Duration age) {
      costsAlarmAfter = age;
      return this;
    }

    public Builder listener(TerminalListener sees) {
      listener = sees;
      return this;
    }

    public TerminalConfig build() {
      return new TerminalConfig(this);
    }
  }
}
