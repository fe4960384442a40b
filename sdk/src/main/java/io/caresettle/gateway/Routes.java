package io.caresettle.gateway;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All routes of version 1. */
final class Routes {

  private static final String VERSION = "/v1/";

  /** A route, and what the path named. */
  record Found(Route route, Map<String, String> paths) {}

  private final List<Route> all;

  Routes(Inside inside) {
    this.all =
        Stream.of(
                new ShiftRoutes(inside).all(),
                new PatientRoutes(inside).all(),
                new CredentialRoutes(inside).all(),
                new QuoteRoutes(inside).all(),
                new BillRoutes(inside).all(),
                new CancelRoutes(inside).all(),
                new RefundRoutes(inside).all(),
                new DayRoutes(inside).all(),
                new EmergencyRoutes(inside).all(),
                new LeaveRoutes(inside).all(),
                new AccountRoutes(inside).all(),
                new ClaimRoutes(inside).all(),
                List.of(Route.get("/v1/openapi.json", call -> OpenApi.document())))
            .flatMap(List::stream)
            .toList();
  }

  List<Route> all() {
    return all;
  }

  Found find(String method, String path) {
    if (!path.startsWith(VERSION)) {
      throw Problem.of(
          404,
          path.matches("/v\\d{1,6}(/.*)?") ? "version-unknown" : "path-unknown",
          "program",
          "found a path of no version that is served here, expected one that begins with /v1/: see"
              + " /v1/openapi.json");
    }
    List<Found> here =
        all.stream()
            .flatMap(route -> route.match(path).map(named -> new Found(route, named)).stream())
            .toList();
    if (here.isEmpty()) {
      throw Problem.of(404, "path-unknown", "program", "found no such path: see /v1/openapi.json");
    }
    Optional<Found> found =
        here.stream().filter(f -> f.route().method().equals(method)).findFirst();
    return found.orElseThrow(
        () ->
            Problem.of(
                405,
                "method-not-allowed",
                "program",
                "found another method, expected "
                    + here.stream()
                        .map(f -> f.route().method())
                        .collect(Collectors.joining(" or "))));
  }
}
