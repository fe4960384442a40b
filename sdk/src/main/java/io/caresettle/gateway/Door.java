package io.caresettle.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Lets in who comes from this machine, names it as this machine, and holds its token. A web page is
 * let in only from a listed origin: any page on the internet can make a browser call here.
 */
final class Door {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private final InstallToken token;
  private final Set<String> origins;

  Door(InstallToken token, Set<String> origins) {
    this.token = token;
    this.origins = origins;
  }

  /**
   * @throws Problem when nobody is let in like this
   */
  void admit(HttpExchange call) {
    requireLoopback(call);
    requireHost(call);
    requireOrigin(call);
    if (!isPreflight(call)) {
      requireToken(call.getRequestHeaders());
    }
  }

  /** Whether a browser asks, without the token, what a page may send. */
  static boolean isPreflight(HttpExchange call) {
    Headers said = call.getRequestHeaders();
    return call.getRequestMethod().equals("OPTIONS")
        && said.containsKey("Origin")
        && said.containsKey("Access-Control-Request-Method");
  }

  private static void requireLoopback(HttpExchange call) {
    if (!call.getRemoteAddress().getAddress().isLoopbackAddress()) {
      throw Problem.of(
          403,
          "not-this-machine",
          "operator",
          "only this machine may call here: work on the machine with the gateway");
    }
  }

  /** A name that an attacker's DNS points here is no name of ours, whatever its page may read. */
  private static void requireHost(HttpExchange call) {
    InetSocketAddress ours = call.getLocalAddress();
    List<String> hosts = all(call, "Host");
    boolean good =
        hosts.size() == 1
            && LOOPBACK.stream()
                .anyMatch(
                    name ->
                        hosts.get(0).toLowerCase(Locale.ROOT).equals(name + ":" + ours.getPort()));
    if (!good) {
      throw Problem.of(
          421,
          "host-not-loopback",
          "program",
          "found another Host, expected 127.0.0.1:"
              + ours.getPort()
              + ": call the gateway by its address");
    }
  }

  private void requireOrigin(HttpExchange call) {
    List<String> said = all(call, "Origin");
    if (!said.isEmpty() && (said.size() > 1 || !origins.contains(said.get(0)))) {
      throw Problem.of(
          403,
          "origin-not-allowed",
          "operator",
          "found a page of another origin, expected one that the gateway was started with: if the"
              + " page is yours, start it with --origin");
    }
  }

  private void requireToken(Headers said) {
    List<String> shown = said.getOrDefault("Authorization", List.of());
    if (shown.isEmpty()) {
      throw Problem.of(
          401,
          "token-missing",
          "program",
          "found no token, expected Authorization: Bearer with the text of the token's file: read"
              + " it");
    }
    String scheme = "bearer ";
    boolean good =
        shown.size() == 1
            && shown.get(0).toLowerCase(Locale.ROOT).startsWith(scheme)
            && token.is(shown.get(0).substring(scheme.length()).strip());
    if (!good) {
      throw Problem.of(
          401,
          "token-wrong",
          "program",
          "found another token, expected the one in this installation's token file: read it again");
    }
  }

  /** Lets a page of a listed origin read the answer; tells no other page anything. */
  void mark(HttpExchange call) {
    Headers answer = call.getResponseHeaders();
    answer.set("Cache-Control", "no-store");
    answer.set("X-Content-Type-Options", "nosniff");
    answer.set("Vary", "Origin");
    allowed(call)
        .ifPresent(
            origin -> {
              answer.set("Access-Control-Allow-Origin", origin);
              if (isPreflight(call)) {
                answer.set("Access-Control-Allow-Methods", "GET, POST");
                answer.set(
                    "Access-Control-Allow-Headers", "Authorization, Content-Type, Last-Event-ID");
                answer.set("Access-Control-Max-Age", "600");
                // A page from the network that calls this machine asks for this as well.
                answer.set("Access-Control-Allow-Private-Network", "true");
              }
            });
  }

  private Optional<String> allowed(HttpExchange call) {
    List<String> said = all(call, "Origin");
    return said.size() == 1 && origins.contains(said.get(0))
        ? Optional.of(said.get(0))
        : Optional.empty();
  }

  private static List<String> all(HttpExchange call, String header) {
    return call.getRequestHeaders().getOrDefault(header, List.of());
  }
}
