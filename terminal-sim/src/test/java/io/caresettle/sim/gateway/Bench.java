package io.caresettle.sim.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.caresettle.credential.card.CardTransport;
import io.caresettle.credential.code.InsuranceCodeReader;
import io.caresettle.eligibility.Institution;
import io.caresettle.gateway.BillNews;
import io.caresettle.gateway.CardSlots;
import io.caresettle.gateway.Gateway;
import io.caresettle.gateway.GatewaySettings;
import io.caresettle.identity.Registration;
import io.caresettle.sdk.Terminal;
import io.caresettle.settlement.Backoff;
import io.caresettle.sim.SignedIn;
import io.caresettle.sim.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** A pharmacy's till with a gateway, and a caller who knows nothing but HTTP. */
final class Bench implements AutoCloseable {

  static final String PAGE = "http://his.local:8080";
  private static final String PERSON = "P0000004";

  final Simulator simulator;
  final Institution institution;
  final List<String> log = new CopyOnWriteArrayList<>();
  final AtomicLong passed = new AtomicLong();
  final Path tokenFile;
  Terminal terminal;
  Gateway gateway;
  private final UnaryOperator<GatewaySettings.Builder> more;
  private final HttpClient http = HttpClient.newHttpClient();

  Bench(Path folder) {
    this(folder, settings -> settings);
  }

  Bench(Path folder, UnaryOperator<GatewaySettings.Builder> more) {
    this(Simulator.start(), folder, more);
  }

  /** The same till at a centre that the test keeps. */
  Bench(Simulator simulator, Path folder, UnaryOperator<GatewaySettings.Builder> more) {
    this(simulator, Simulator.PHARMACY, folder, more);
  }

  /** A hospital's counter. */
  static Bench ofHospital(Path folder) {
    return new Bench(Simulator.start(), Simulator.HOSPITAL, folder, settings -> settings);
  }

  private Bench(
      Simulator simulator,
      Institution institution,
      Path folder,
      UnaryOperator<GatewaySettings.Builder> more) {
    this.simulator = simulator;
    this.institution = institution;
    this.tokenFile = folder.resolve("gateway.token");
    this.more = more;
    open();
  }

  /** Opens terminal and gateway, as after a restart of the machine. */
  void open() {
    BillNews news = BillNews.alone();
    terminal =
        Terminal.open(
            simulator
                .terminal(institution.code())
                .deadline(Duration.ofSeconds(10))
                .backoff(
                    Backoff.fullJitter(Duration.ofMillis(20), Duration.ofMillis(200), new Random()))
                .listener(news)
                .build());
    Terminal unused = SignedIn.at(terminal);
    InsuranceCodeReader codes = simulator.codeReader(terminal::centreTime);
    gateway =
        Gateway.start(
            terminal,
            news,
            more.apply(
                    GatewaySettings.builder(
                            tokenFile, (id, password) -> simulator.operator(id), codes)
                        .origins(List.of(PAGE))
                        .cards(cards())
                        .monotonic(() -> System.nanoTime() + passed.get())
                        .heartbeat(Duration.ofMillis(200))
                        .log(log::add))
                .build());
  }

  private CardSlots cards() {
    return new CardSlots() {
      @Override
      public List<String> names() {
        return List.of("slot of " + PERSON);
      }

      @Override
      public CardTransport open(String name) {
        return simulator.card(PERSON);
      }
    };
  }

  String token() {
    try {
      return Files.readString(tokenFile).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(gateway.address() + path))
        .timeout(Duration.ofSeconds(90))
        .header("Authorization", "Bearer " + token());
  }

  Said send(HttpRequest request) {
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Said(answer.statusCode(), answer.body(), answer.headers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Said get(String path) {
    return send(request(path).build());
  }

  Said post(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  String shift(String operator) {
    return post("/v1/shifts", "{\"operator\":\"" + operator + "\"}").good(201).text("shift");
  }

  /** A fresh code of the person's phone, as a scanner types it. */
  String scanned() {
    return simulator
        .codeReader()
        .fromPicture(simulator.photographCode(PERSON), Duration.ofSeconds(30))
        .text();
  }

  String registration(String visit) {
    Registration who = simulator.registration(PERSON, visit);
    return "{\"visit\":\"%s\",\"name\":\"%s\",\"document\":{\"type\":\"resident-identity-card\",\"number\":\"%s\"}}"
        .formatted(visit, who.name().reveal(), who.document().reveal());
  }

  /** The patient's ticket. */
  String identified(String shift, String visit) {
    return post(
            "/v1/identify",
            "{\"shift\":\"%s\",\"credential\":{\"scanned\":\"%s\"},\"registration\":%s}"
                .formatted(shift, scanned(), registration(visit)))
        .good(200)
        .text("patient");
  }

  /** The ticket of a verdict. */
  String eligible(String shift, String patient) {
    return eligible(shift, patient, "pharmacy");
  }

  String eligible(String shift, String patient, String careType) {
    return post(
            "/v1/eligibility",
            "{\"shift\":\"%s\",\"patient\":\"%s\",\"visit\":{\"careType\":\"%s\",\"serviceDate\":\"2026-11-20\"}}"
                .formatted(shift, patient, careType))
        .good(200)
        .text("eligibility");
  }

  /** Two of one thing at this price each. */
  private static String bill(String number, String price) {
    return "{\"number\":\"%s\",\"lines\":[{\"line\":\"1\",\"code\":\"TEST-0001\",\"unitPrice\":\"%s\",\"quantity\":\"2\"}]}"
        .formatted(number, price);
  }

  /** One of the two things of a purchase, which is what remains after a refund. */
  static String half(String number) {
    return bill(number, "23.50").replace("\"quantity\":\"2\"", "\"quantity\":\"1\"");
  }

  Said quoted(String shift, String eligibility, String number) {
    return quoted(shift, eligibility, number, "23.50");
  }

  Said quoted(String shift, String eligibility, String number, String price) {
    return post(
        "/v1/quotes",
        "{\"shift\":\"%s\",\"eligibility\":\"%s\",\"bill\":%s}"
            .formatted(shift, eligibility, bill(number, price)));
  }

  /** The body of a request that settles a fresh purchase. */
  String purchase(String shift, String number) {
    String patient = identified(shift, "V-" + number);
    Said quote = quoted(shift, eligible(shift, patient), number).good(200);
    return settling(shift, quote.text("quote"), quote.text("digest"));
  }

  /** A purchase that stands. */
  Said settled(String shift, String number) {
    Said said = post("/v1/bills/" + number + "/settle", purchase(shift, number)).good(200);
    assertEquals("settled", said.text("ending"), said.body());
    return said;
  }

  static String settling(String shift, String quote, String digest) {
    return "{\"shift\":\"%s\",\"quote\":\"%s\",\"digest\":\"%s\"}".formatted(shift, quote, digest);
  }

  void assertStanding(int settlements) {
    assertEquals(settlements, simulator.centre().settlementsStanding());
  }

  Map<String, String> environment() {
    return Map.of(
        "CARESETTLE_GATEWAY", gateway.address().toString(),
        "CARESETTLE_TOKEN_FILE", tokenFile.toString());
  }

  void closeTill() {
    gateway.close();
    terminal.close();
  }

  @Override
  public void close() {
    closeTill();
    simulator.close();
  }
}
