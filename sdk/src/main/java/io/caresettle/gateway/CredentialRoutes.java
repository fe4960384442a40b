package io.caresettle.gateway;

import io.caresettle.credential.Credential;
import io.caresettle.writing.Json;
import java.util.List;

/** What is done about a credential beside showing it. */
final class CredentialRoutes {

  private final Inside inside;

  CredentialRoutes(Inside inside) {
    this.inside = inside;
  }

  /** What is done, by an operator, about a credential that was shown for a visit. */
  private interface Deed {
    void done(Window window, Credential credential, String visit);
  }

  List<Route> all() {
    return List.of(
        Route.post(
            "/v1/credentials/report-lost",
            call ->
                done(
                    call,
                    "lost",
                    (w, shown, visit) -> inside.terminal().reportLost(w.shift(), shown))),
        Route.post(
            "/v1/credentials/report-found",
            call ->
                done(
                    call,
                    "found",
                    (w, shown, visit) -> inside.terminal().reportFound(w.shift(), shown))),
        Route.post(
            "/v1/credentials/allow-again",
            call ->
                done(
                    call,
                    "allowed-again",
                    (w, shown, visit) ->
                        w.at(
                            inside.settings().deadline,
                            counter -> {
                              counter.allowAgain(shown, visit);
                              return visit;
                            }))));
  }

  private Answer done(Call call, String word, Deed deed) {
    Given body = call.body();
    Window window = inside.window(call);
    CredentialReading shown = CredentialReading.of(body.at("credential"));
    String visit = body.at("visit").text("the number of the visit it was shown for");
    body.nothingElse();
    Credential read =
        window.at(
            inside.settings().deadline,
            counter -> shown.read(inside, counter, visit, inside.settings().deadline));
    deed.done(window, read, visit);
    return Answer.ok(Json.object().put("credential", word));
  }
}
