package io.caresettle.sim;

import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.NationalCode;
import io.caresettle.credential.PersonName;
import io.caresettle.credential.card.Authenticator;
import io.caresettle.credential.card.PsamAuthenticator;
import io.caresettle.credential.code.InsuranceCodeReader;
import io.caresettle.credential.code.KnownTime;
import io.caresettle.credential.code.NationalCodeForm;
import io.caresettle.eligibility.Institution;
import io.caresettle.identity.Registration;
import io.caresettle.operator.OperatorKey;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.problem.Misuse;
import io.caresettle.sdk.TerminalConfig;
import io.caresettle.sim.adjudicate.LawBook;
import io.caresettle.sim.card.CardFile;
import io.caresettle.sim.card.CardProfile;
import io.caresettle.sim.card.VirtualCard;
import io.caresettle.sim.card.VirtualPsam;
import io.caresettle.sim.centre.CentreServer;
import io.caresettle.sim.centre.CentreSettings;
import io.caresettle.sim.centre.TestKeys;
import io.caresettle.sim.centre.TestRecoveryKey;
import io.caresettle.sim.phone.CodeIssuer;
import io.caresettle.sim.phone.PhoneScreen;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A simulated centre on a loopback port, and all that a counter needs to work with it:
 * configuration, cards, a PSAM, a phone. One of them is a whole test bench; close it when the test
 * is over.
 *
 * <p>Its people are invented: P0000001 to P0000004 have a card and a phone.
 */
public final class Simulator implements AutoCloseable {

  /** The day on which the simulation stands still. */
  public static final LocalDate DEMO_DAY = LocalDate.of(2026, 11, 20);

  /** An invented level-3 hospital of grade A in Suzhou. */
  public static final Institution HOSPITAL =
      new Institution(
          "TEST00000001",
          "测试医院",
          "320500",
          Institution.Kind.HOSPITAL,
          InstitutionLevel.LEVEL_3,
          Institution.Grade.A);

  /** An invented pharmacy of grade B in Suzhou. */
  public static final Institution PHARMACY =
      new Institution(
          "TEST00000002",
          "测试药房",
          "320500",
          Institution.Kind.PHARMACY,
          InstitutionLevel.LEVEL_1,
          Institution.Grade.B);

  /** Where all of it happens. */
  public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private static final Map<String, String> CARDS =
      Map.of(
          "P0000001", "ceshi-jia",
          "P0000002", "ceshi-yi",
          "P0000003", "ceshi-bing",
          "P0000004", "ceshi-ding");

  private final Path folder;
  private final Optional<Path> toDelete;
  private final Clock clock;
  private final CentreServer centre;
  private final CodeIssuer issuer;
  private final VirtualPsam psam = VirtualPsam.withTestRoots();
  private final PolicyBook policy = PolicyBook.shipped();
  private int pictures;

  private Simulator(Path folder, Optional<Path> toDelete, Clock clock) {
    this.folder = folder;
    this.toDelete = toDelete;
    this.clock = clock;
    this.issuer = CodeIssuer.ofTheSimulation(clock);
    this.centre =
        CentreServer.start(
            CentreSettings.simulated(folder.resolve("centre.db"), LawBook.shipped())
                .withClock(clock),
            0);
  }

  /**
   * A fresh bench at ten in the morning of {@link #DEMO_DAY}; whatever it writes goes when it
   * closes.
   */
  public static Simulator start() {
    try {
      Path folder = Files.createTempDirectory("caresettle-");
      return new Simulator(folder, Optional.of(folder), atTen());
    } catch (IOException e) {
      throw new UncheckedIOException("There is no place for the simulator's files", e);
    }
  }

  /**
   * A bench that keeps its files, so that a later one takes up what this one left.
   *
   * @param folder an existing folder
   */
  public static Simulator start(Path folder, Clock clock) {
    return new Simulator(folder, Optional.empty(), clock);
  }

  /** Ten in the morning of the demo day, for ever. */
  public static Clock atTen() {
    return Clock.fixed(DEMO_DAY.atTime(LocalTime.of(10, 0)).atZone(SHANGHAI).toInstant(), SHANGHAI);
  }

  /** The centre: its books, and the faults it can be told to have. */
  public CentreServer centre() {
    return centre;
  }

  /** A terminal of {@link #HOSPITAL}, ready to open. */
  public TerminalConfig.Builder hospital() {
    return terminal(HOSPITAL.code());
  }

  /** A terminal of {@link #PHARMACY}, ready to open. */
  public TerminalConfig.Builder pharmacy() {
    return terminal(PHARMACY.code());
  }

  /**
   * A terminal of one of the two institutions. It keeps one journal, so only one can be open at a
   * time.
   *
   * @throws Misuse when there is no such institution
   */
  public TerminalConfig.Builder terminal(String institutionCode) {
    Institution institution =
        List.of(HOSPITAL, PHARMACY).stream()
            .filter(i -> i.code().equals(institutionCode))
            .findFirst()
            .orElseThrow(() -> new Misuse("The simulator has no institution " + institutionCode));
    return TerminalConfig.builder()
        .centre(
            centre.address(),
            TestKeys.terminal(institutionCode),
            TestKeys.trust(),
            centre.identity().partyId())
        .institution(institution)
        .slot(1)
        .journal(folder.resolve("till-" + institutionCode + ".db"))
        .recoveryKey(TestRecoveryKey.pair().publicKey())
        .operators(TestOperators.book())
        .policy(policy)
        .clock(clock);
  }

  /**
   * A slot with this person's card in it.
   *
   * @param person P0000001 to P0000004
   */
  public VirtualCard card(String person) {
    return new VirtualCard(profile(person));
  }

  /**
   * An operator with a key in hand, ready to take a shift.
   *
   * @param id cashier-1, cashier-2, pharmacist-1, supervisor-1, caregiver-1 or administrator-1
   */
  public OperatorKey operator(String id) {
    return TestOperators.key(id);
  }

  /** The PSAM of the simulated terminals. */
  public Authenticator authenticator() {
    return new PsamAuthenticator(psam);
  }

  /** Reads the codes that the simulated phones show. */
  public InsuranceCodeReader codeReader() {
    return new InsuranceCodeReader(issuer.keys(), clock);
  }

  /**
   * The same at a terminal, which says whether it knows the centre's time: {@code
   * codeReader(terminal::centreTime)}. Where it does not, the centre judges a code's life.
   */
  public InsuranceCodeReader codeReader(KnownTime time) {
    return new InsuranceCodeReader(issuer.keys(), time, NationalCodeForm.USUAL);
  }

  /**
   * A code like the national one, as a scanner reads it from this person's phone: 28 digits that
   * live for a minute. Only the centre can tell whose it is.
   */
  public NationalCode nationalCode(String person) {
    requirePerson(person);
    return new NationalCode(issuer.national().number(person).text());
  }

  /**
   * A picture of this person's phone, showing a fresh code that lives for a minute.
   *
   * @return a PNG file
   */
  public synchronized Path photographCode(String person) {
    requirePerson(person);
    pictures++;
    Path picture = folder.resolve("phone-" + pictures + ".png");
    try {
      PhoneScreen.write(issuer.issue(person), PhoneScreen.Theme.LIGHT, picture);
    } catch (IOException e) {
      throw new UncheckedIOException("The picture cannot be written", e);
    }
    return picture;
  }

  /** This person as an institution registers them for a visit, before any credential is shown. */
  public Registration registration(String person, String visitNumber) {
    CardProfile.Holder holder = profile(person).holder();
    return new Registration(
        visitNumber, PersonName.of(holder.name()), IdentityNumber.parse(holder.identityNumber()));
  }

  private static CardProfile profile(String person) {
    requirePerson(person);
    return CardFile.bundled(CARDS.getOrDefault(person, ""));
  }

  private static void requirePerson(String person) {
    if (!CARDS.containsKey(person)) {
      throw new Misuse(
          "没有此人 / the simulator knows P0000001 to P0000004, but was asked for " + person);
    }
  }

  @Override
  public void close() {
    centre.close();
    psam.close();
    toDelete.ifPresent(Simulator::delete);
  }

  /** What cannot be deleted stays in the machine's temporary folder, which others empty. */
  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException("The simulator's files cannot be listed", e);
    }
  }
}
