package io.caresettle.sim.centre;

import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.sim.adjudicate.LawBook;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;

/**
 * What a simulated centre is made of.
 *
 * @param keeping what holds everything
 * @param keys the centre's own, with its certificates
 * @param clock its time
 * @param random where quote references come from
 * @param twoPlacesWindow how long after a credential was seen at one institution another one
 *     refuses it, unless the first visit is settled; zero never refuses
 * @param tls what TLS shows beneath every line; none by default, for it listens on loopback only
 * @param bindingLife how long a national code holds at the visit it was bound to
 * @param cutOff when the business day ends in Asia/Shanghai; at midnight by default
 * @param cancellation what it asks of a cancellation; latest first by default, the strictest
 */
public record CentreSettings(
    Keeping keeping,
    CertifiedKeys keys,
    LawBook law,
    CodeCheck codes,
    Clock clock,
    RandomGenerator random,
    Duration twoPlacesWindow,
    Optional<SSLContext> tls,
    Duration bindingLife,
    LocalTime cutOff,
    CancellationProfile cancellation) {

  /** Public pages disagree on how long a code holds: from five seconds to five minutes. */
  private static final Duration BINDING_LIFE = Duration.ofMinutes(5);

  /**
   * As long as it takes to cross a city. Somebody who is seen in two institutions within it is not
   * one person, or left the first without settling; after it, an unsettled visit is an errand like
   * any other.
   */
  public static final Duration TWO_PLACES_WINDOW = Duration.ofMinutes(30);

  /**
   * A centre with the simulator's test keys and codes, under {@code law}, at the time of this
   * machine.
   */
  public static CentreSettings simulated(Path file, LawBook law) {
    return of(new Keeping.OnDisk(file), law);
  }

  /** The same whose books live in memory. */
  public static CentreSettings inMemory(LawBook law) {
    return of(Keeping.InMemory.empty(), law);
  }

  private static CentreSettings of(Keeping keeping, LawBook law) {
    Clock clock = Clock.systemUTC();
    return new CentreSettings(
        keeping,
        TestKeys.centre(),
        law,
        new PhoneCodes(clock),
        clock,
        new SecureRandom(),
        TWO_PLACES_WINDOW,
        Optional.empty(),
        BINDING_LIFE,
        LocalTime.MIDNIGHT,
        CancellationProfile.LATEST_FIRST);
  }

  /** The same with other books, such as a snapshot of earlier ones. */
  public CentreSettings withKeeping(Keeping other) {
    return with(draft -> draft.keeping = other);
  }

  /** The same where a national code holds for so long at the visit it was bound to. */
  public CentreSettings withBindingLife(Duration other) {
    return with(draft -> draft.bindingLife = other);
  }

  /** The same with the simulator's codes judged by this clock, too. */
  public CentreSettings withClock(Clock other) {
    return with(
        draft -> {
          draft.clock = other;
          draft.codes = codes instanceof PhoneCodes ? new PhoneCodes(other) : codes;
        });
  }

  /** The same with quote references from elsewhere. */
  public CentreSettings withRandom(RandomGenerator other) {
    return with(draft -> draft.random = other);
  }

  /** The same with TLS beneath every line. */
  public CentreSettings withTls(SSLContext shown) {
    return with(draft -> draft.tls = Optional.of(shown));
  }

  /**
   * The same with another window for one credential in two places.
   *
   * @param window zero or more
   */
  public CentreSettings withTwoPlacesWindow(Duration window) {
    return with(draft -> draft.twoPlacesWindow = window);
  }

  /** The same whose business day ends at this time in Asia/Shanghai. */
  public CentreSettings withCutOff(LocalTime other) {
    return with(draft -> draft.cutOff = other);
  }

  /** The same with another way to cancel. */
  public CentreSettings withCancellation(CancellationProfile other) {
    return with(draft -> draft.cancellation = other);
  }

  private CentreSettings with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return new CentreSettings(
        draft.keeping,
        keys,
        law,
        draft.codes,
        draft.clock,
        draft.random,
        draft.twoPlacesWindow,
        draft.tls,
        draft.bindingLife,
        draft.cutOff,
        draft.cancellation);
  }

  /** What may be set otherwise, while it is. */
  private static final class Draft {
    private Keeping keeping;
    private CodeCheck codes;
    private Clock clock;
    private RandomGenerator random;
    private Duration twoPlacesWindow;
    private Optional<SSLContext> tls;
    private Duration bindingLife;
    private LocalTime cutOff;
    private CancellationProfile cancellation;

    private Draft(CentreSettings from) {
      this.keeping = from.keeping;
      this.codes = from.codes;
      this.clock = from.clock;
      this.random = from.random;
      this.twoPlacesWindow = from.twoPlacesWindow;
      this.tls = from.tls;
      this.bindingLife = from.bindingLife;
      this.cutOff = from.cutOff;
      this.cancellation = from.cancellation;
    }
  }
}
