package io.caresettle.tool;

import io.caresettle.eligibility.Institution;
import io.caresettle.journal.JournalPlace;
import io.caresettle.operator.Operator;
import io.caresettle.operator.OperatorBook;
import io.caresettle.operator.OperatorRole;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.protocol.keys.PartyIdentity;
import io.caresettle.protocol.keystore.CommandPassword;
import io.caresettle.protocol.keystore.FilePassword;
import io.caresettle.protocol.keystore.PasswordSource;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import io.caresettle.reading.Reading;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A terminal's configuration in YAML ({@code kind: terminal}). Files are named from its own folder;
 * no secret stands in it, but where each one is.
 *
 * @param recoveryKey empty where {@code without-recovery-key: true} is said
 * @param packs the directory of installed packs
 * @param packIssuer the public half of their issuer's keys
 */
record TerminalFile(
    Institution institution,
    int slot,
    JournalPlace journal,
    Path store,
    PasswordSource password,
    Optional<Path> recoveryKey,
    CentreEntry centre,
    Path packs,
    Path packIssuer,
    List<OperatorStores.Held> operators) {

  /** The centre that is meant, and whom to believe that it is. */
  record CentreEntry(
      String id,
      List<InetSocketAddress> addresses,
      List<Path> roots,
      List<Path> revocations,
      TrustProfile profile) {}

  /** The configuration of a file; every fault of it at once. */
  static TerminalFile read(Path file) {
    return Reading.of(file, top -> new Reader(file).bind(top));
  }

  OperatorBook book() {
    return new OperatorBook(operators.stream().map(OperatorStores.Held::operator).toList());
  }

  /** Takes the values of one file. */
  private static final class Reader {

    private final Path file;

    Reader(Path file) {
      this.file = file;
    }

    Optional<TerminalFile> bind(Mapping top) {
      top.required("kind").word(Map.of("terminal", true));
      Optional<Institution> institution = top.required("institution").bind(this::institution);
      Optional<Long> slot = top.required("slot").integer(0, 99);
      Optional<JournalPlace> journal =
          top.required("journal").text("a file's name or " + JournalPlace.DATABASE, this::place);
      Field keys = top.required("keys");
      Optional<Path> store = keys.bind(k -> path(k.required("store")));
      Optional<PasswordSource> password = keys.bind(this::password);
      Optional<Path> recovery = path(top.optional("recovery-key"));
      boolean without = top.optional("without-recovery-key").truth().orElse(false);
      if (recovery.isPresent() == without) {
        top.fault(
            recovery.isPresent() ? "both ways of recovery" : "no recovery key",
            "'recovery-key' with the institution's public half, or 'without-recovery-key: true'");
      }
      Optional<CentreEntry> centre = top.required("centre").bind(this::centre);
      Field packs = top.required("packs");
      Optional<Path> directory = packs.bind(p -> path(p.required("directory")));
      Optional<Path> issuer = packs.bind(p -> path(p.required("issuer")));
      List<OperatorStores.Held> operators = new ArrayList<>();
      for (Field each : top.required("operators").list()) {
        each.bind(this::operator).ifPresent(operators::add);
      }
      if (top.faulty() || institution.isEmpty() || slot.isEmpty() || journal.isEmpty()) {
        return Optional.empty();
      }
      if (store.isEmpty() || password.isEmpty() || centre.isEmpty()) {
        return Optional.empty();
      }
      return directory.flatMap(
          d ->
              issuer.map(
                  i ->
                      new TerminalFile(
                          institution.get(),
                          Math.toIntExact(slot.get()),
                          journal.get(),
                          store.get(),
                          password.get(),
                          recovery,
                          centre.get(),
                          d,
                          i,
                          List.copyOf(operators))));
    }

    private static <E extends Enum<E>> Map<String, E> words(E[] all) {
      Map<String, E> words = new LinkedHashMap<>();
      for (E each : all) {
        words.put(each.name().toLowerCase(Locale.ROOT).replace('_', '-'), each);
      }
      return words;
    }

    private Optional<Institution> institution(Mapping m) {
      Optional<String> code = m.required("code").text();
      Optional<String> name = m.required("name").text();
      Optional<String> area = m.required("area").text();
      Optional<Institution.Kind> kind = m.required("kind").word(words(Institution.Kind.values()));
      Optional<InstitutionLevel> level = m.required("level").word(words(InstitutionLevel.values()));
      Optional<Institution.Grade> grade =
          m.required("grade").word(words(Institution.Grade.values()));
      if (code.isEmpty() || name.isEmpty() || area.isEmpty() || kind.isEmpty()) {
        return Optional.empty();
      }
      return level.flatMap(
          l ->
              grade.map(
                  g -> new Institution(code.get(), name.get(), area.get(), kind.get(), l, g)));
    }

    private Optional<PasswordSource> password(Mapping keys) {
      Optional<PasswordSource> inFile = path(keys.optional("password-file")).map(FilePassword::in);
      Optional<PasswordSource> printed =
          keys.optional("password-command").text().map(PasswordOptions::printed);
      Optional<PasswordSource> kept =
          keys.optional("password-kept")
              .text(
                  "a name that this operating system keeps a password under",
                  name -> CommandPassword.ofThisSystem(System.getProperty("os.name", ""), name));
      List<PasswordSource> all = new ArrayList<>();
      inFile.ifPresent(all::add);
      printed.ifPresent(all::add);
      kept.ifPresent(all::add);
      if (all.size() != 1) {
        keys.fault(
            all.isEmpty() ? "no source of the password" : "several sources of the password",
            "one of password-file, password-command and password-kept");
        return Optional.empty();
      }
      return Optional.of(all.get(0));
    }

    private Optional<CentreEntry> centre(Mapping m) {
      Optional<String> id = m.required("id").text();
      List<InetSocketAddress> addresses = new ArrayList<>();
      for (Field each : m.required("addresses").list()) {
        each.text("host and port, such as centre.example:7443", Reader::address)
            .ifPresent(addresses::add);
      }
      List<Path> roots = paths(m.required("roots"));
      List<Path> revocations = paths(m.optional("revocations"));
      TrustProfile profile =
          m.optional("profile").word(words(TrustProfile.values())).orElse(TrustProfile.PRODUCTION);
      return id.map(party -> new CentreEntry(party, addresses, roots, revocations, profile));
    }

    private static InetSocketAddress address(String text) {
      int colon = text.lastIndexOf(':');
      if (colon < 1 || !text.substring(colon + 1).matches("\\d{1,5}")) {
        throw new IllegalArgumentException(text);
      }
      return new InetSocketAddress(
          text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    private Optional<OperatorStores.Held> operator(Mapping m) {
      Optional<String> id = m.required("id").text();
      Optional<OperatorRole> role = m.required("role").word(words(OperatorRole.values()));
      Field half = m.required("public");
      Optional<PartyIdentity> identity = path(half).flatMap(p -> identity(half, p));
      Optional<Path> store = path(m.required("store"));
      return id.flatMap(
          who ->
              role.flatMap(
                  as ->
                      identity.flatMap(
                          known ->
                              store.map(
                                  s ->
                                      new OperatorStores.Held(
                                          Operator.of(who, as, known.signing()), s)))));
    }

    private static Optional<PartyIdentity> identity(Field field, Path half) {
      try {
        return Optional.of(PartyIdentity.parse(InputFile.text(half)));
      } catch (Misuse | io.caresettle.protocol.KeyRejected e) {
        field.fault("no public half of keys", "the file that 'keys' wrote beside the store");
        return Optional.empty();
      }
    }

    private JournalPlace place(String name) {
      return name.startsWith(JournalPlace.DATABASE)
          ? JournalPlace.named(name)
          : JournalPlace.file(file.resolveSibling(name));
    }

    private List<Path> paths(Field list) {
      List<Path> all = new ArrayList<>();
      list.list().forEach(each -> path(each).ifPresent(all::add));
      return all;
    }

    private Optional<Path> path(Field field) {
      return field.text("a file's name", file::resolveSibling);
    }
  }
}
