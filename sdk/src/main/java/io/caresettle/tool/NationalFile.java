package io.caresettle.tool;

import io.caresettle.centre.national.call.RawCall;
import io.caresettle.centre.national.envelope.ApiKey;
import io.caresettle.centre.national.envelope.HeaderAuthentication;
import io.caresettle.centre.national.envelope.Sender;
import io.caresettle.centre.national.envelope.ServiceBus;
import io.caresettle.centre.national.envelope.TifSignature;
import io.caresettle.centre.national.exchange.NationalLine;
import io.caresettle.centre.national.profile.Profile;
import io.caresettle.journal.MessageIds;
import io.caresettle.problem.Misuse;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import io.caresettle.reading.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A national gateway and who calls it, in YAML ({@code kind: national}). Files are named from its
 * own folder; no secret stands in it, but where each one is.
 *
 * @param slot the part of message ids that no terminal of the institution may share
 */
record NationalFile(
    Profile profile,
    NationalLine.Address address,
    HeaderAuthentication authentication,
    Sender sender,
    int slot) {

  private static final int NONCE_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The settings of a file; every fault of it at once. */
  static NationalFile read(Path file) {
    return Reading.of(file, top -> new Reader(file).bind(top));
  }

  /** Calls of this sender at this gateway. Their ids begin anew with each process. */
  RawCall calls(InstantSource clock) {
    MessageIds ids =
        new MessageIds(
            sender.institutionCode(), slot, clock.withZone(ZoneOffset.UTC), 0, unused -> {});
    return RawCall.over(
        profile,
        new NationalLine(address, profile.gateway(), authentication, clock),
        sender,
        ids::next,
        clock);
  }

  private static String nonce() {
    byte[] bytes = new byte[NONCE_BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Takes the values of one file. */
  private static final class Reader {

    private final Path file;

    Reader(Path file) {
      this.file = file;
    }

    Optional<NationalFile> bind(Mapping top) {
      top.required("kind").word(Map.of("national", true));
      Optional<Profile> profile =
          top.required("profile").text("a profile", NationalMessage::profile);
      Optional<URI> url = top.required("url").text("a URL", URI::create);
      Optional<HeaderAuthentication> authentication =
          top.required("authentication").bind(this::authentication);
      Optional<Sender> sender = sender(top);
      Optional<Long> slot = top.required("slot").integer(0, 99);
      Field tls = top.optional("tls");
      Optional<SSLContext> certificates = tls.present() ? tls.bind(this::tls) : Optional.empty();
      if (top.faulty() || profile.isEmpty() || url.isEmpty() || slot.isEmpty()) {
        return Optional.empty();
      }
      NationalLine.Address plain = NationalLine.Address.of(url.get());
      NationalLine.Address address = certificates.map(plain::with).orElse(plain);
      return authentication.flatMap(
          a ->
              sender.map(
                  s ->
                      new NationalFile(profile.get(), address, a, s, Math.toIntExact(slot.get()))));
    }

    private static Optional<Sender> sender(Mapping top) {
      Map<String, String> further = new HashMap<>();
      Field more = top.optional("further");
      if (more.present()) {
        more.mapping()
            .ifPresent(
                all -> all.all().forEach((k, v) -> v.text().ifPresent(t -> further.put(k, t))));
      }
      Optional<Mapping> institution = top.required("institution").mapping();
      Optional<Mapping> operator = top.required("operator").mapping();
      Optional<String> code = institution.flatMap(i -> i.required("code").text());
      Optional<String> name = institution.flatMap(i -> i.required("name").text());
      Optional<String> place = institution.flatMap(i -> i.required("place").text());
      Optional<String> type = operator.flatMap(o -> o.required("type").text());
      Optional<String> id = operator.flatMap(o -> o.required("id").text());
      Optional<String> operatorName = operator.flatMap(o -> o.required("name").text());
      if (code.isEmpty() || name.isEmpty() || place.isEmpty()) {
        return Optional.empty();
      }
      return type.flatMap(
          t ->
              id.flatMap(
                  i ->
                      operatorName.map(
                          n ->
                              new Sender(
                                  code.get(), name.get(), place.get(), t, i, n, "", further))));
    }

    private Optional<HeaderAuthentication> authentication(Mapping way) {
      if (way.has("api-key-file")) {
        return secret(way, "api-key-file").map(ApiKey::new);
      }
      if (way.has("token-file")) {
        Optional<String> token = secret(way, "token-file");
        return way.required("application")
            .text()
            .flatMap(a -> token.map(t -> new TifSignature(a, t, NationalFile::nonce)));
      }
      Optional<String> name = way.required("name").text();
      Optional<String> version = way.required("version").text();
      Optional<String> key = way.required("access-key").text();
      Optional<String> secret = secret(way, "secret-file");
      return name.flatMap(
          n -> version.flatMap(v -> key.flatMap(k -> secret.map(s -> new ServiceBus(n, v, k, s)))));
    }

    private Optional<String> secret(Mapping from, String key) {
      return from.required(key)
          .text()
          .map(name -> InputFile.text(file.resolveSibling(name)).strip());
    }

    private Optional<SSLContext> tls(Mapping tls) {
      Optional<String> password = secret(tls, "password-file");
      Field client = tls.optional("client");
      Field trust = tls.optional("trust");
      Optional<String> own = client.present() ? client.text() : Optional.empty();
      Optional<String> trusted = trust.present() ? trust.text() : Optional.empty();
      return password.map(p -> context(own, trusted, p.toCharArray()));
    }

    private SSLContext context(Optional<String> own, Optional<String> trusted, char[] password) {
      try {
        KeyManagerFactory keys =
            KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own.isPresent() ? store(own.get(), password) : null, password);
        TrustManagerFactory trust =
            TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted.isPresent() ? store(trusted.get(), password) : (KeyStore) null);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), RANDOM);
        return context;
      } catch (GeneralSecurityException e) {
        throw new Misuse(file + ": TLS 证书无法使用 the certificates for TLS cannot be used", e);
      }
    }

    private KeyStore store(String name, char[] password) throws GeneralSecurityException {
      Path path = file.resolveSibling(name);
      try (InputStream in = Files.newInputStream(path)) {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(in, password);
        return store;
      } catch (IOException e) {
        throw new Misuse(
            path + ": 无法读取证书库 no PKCS#12 store that opens with this password: look at both", e);
      }
    }
  }
}
