package io.caresettle.gateway;

import io.caresettle.credential.Credential;
import io.caresettle.eligibility.AccountPayment;
import io.caresettle.eligibility.AccountUse;
import io.caresettle.eligibility.AccountVerdict;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.FamilyBinding;
import io.caresettle.identity.FamilyPayer;
import io.caresettle.identity.Patient;
import io.caresettle.money.Money;
import io.caresettle.sdk.AccountQuote;
import io.caresettle.split.BillId;
import io.caresettle.writing.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Personal accounts besides care: premiums and insurance products (R-ACCT-05, -06), and the
 * accounts of relatives (R-ID-06). A payment is settled as any bill, by the ticket of its quote.
 */
final class AccountRoutes {

  private static final int MOST_PRODUCTS = 1_000;

  private final Inside inside;

  AccountRoutes(Inside inside) {
    this.inside = inside;
  }

  List<Route> all() {
    return List.of(
        Route.post("/v1/account-payments", this::payment),
        Route.post("/v1/family", this::family),
        Route.post("/v1/family/payer", this::payer));
  }

  private Answer payment(Call call) {
    Given body = call.body();
    Window window = inside.window(call);
    Patient patient = inside.ticket(TicketKind.PATIENT, call);
    Visit visit = VisitReading.ofRegistered(body.at("visit"), patient.registration().visitNumber());
    BillId number = inside.bill(body.at("number").text("the caller's own number of the payment"));
    AccountPayment payment = payment(body);
    Set<String> approved = new LinkedHashSet<>();
    body.maybe("approvedProducts")
        .ifPresent(
            all ->
                all.list(MOST_PRODUCTS)
                    .forEach(each -> approved.add(each.text("a product's code"))));
    body.nothingElse();
    AccountQuote quote =
        window.at(
            inside.settings().deadline,
            counter -> counter.accountPayments(approved).quote(number, patient, visit, payment));
    if (quote instanceof AccountQuote.Quoted quoted) {
      return Answer.ok(inside.quoted(call, quoted.quote()).put("payable", true));
    }
    AccountVerdict.Refused why = ((AccountQuote.Refused) quote).why();
    return Answer.ok(
        Json.object()
            .put("bill", number.number())
            .put("payable", false)
            .put("rule", why.rule())
            .put("article", why.article())
            .put("zh", why.zh())
            .put("en", why.en()));
  }

  private static AccountPayment payment(Given body) {
    AccountUse.Purpose purpose = body.at("purpose").word(AccountUse.Purpose.class);
    AccountUse use =
        new AccountUse(
            purpose,
            body.maybe("beneficiary")
                .map(word -> word.word(AccountUse.Beneficiary.class))
                .orElse(AccountUse.Beneficiary.SELF),
            body.maybe("covered")
                .map(number -> number.text("the centre's number of a relative"))
                .orElse(""));
    Given amount = body.at("amount");
    Money yuan = amount.yuan();
    try {
      return new AccountPayment(
          use, body.maybe("product").map(code -> code.text("a product's code")).orElse(""), yuan);
    } catch (IllegalArgumentException e) {
      throw amount.wrong("more than nothing, and another purpose than care, which is a bill");
    }
  }

  private Answer family(Call call) {
    Window window = inside.window(call);
    Patient patient = inside.ticket(TicketKind.PATIENT, call);
    call.body().nothingElse();
    List<FamilyBinding> all =
        window.at(inside.settings().deadline, counter -> counter.family(patient));
    return Answer.ok(
        Json.object().put("family", all.stream().map(AccountRoutes::binding).toList()));
  }

  /** No pack of today lets such an account pay, so what it answers leads nowhere yet. */
  private Answer payer(Call call) {
    Window window = inside.window(call);
    Patient patient = inside.ticket(TicketKind.PATIENT, call);
    CredentialReading shown = CredentialReading.of(call.body().at("credential"));
    call.body().nothingElse();
    FamilyPayer payer =
        window.at(
            inside.settings().deadline,
            counter -> {
              Credential relatives =
                  shown.read(
                      inside,
                      counter,
                      patient.registration().visitNumber(),
                      inside.settings().deadline);
              return counter.familyPayer(relatives, patient);
            });
    return Answer.ok(
        binding(payer.binding())
            .put("accountBalance", payer.accountBalance().toString())
            .put("zh", payer.zh())
            .put("en", payer.en()));
  }

  private static Json binding(FamilyBinding binding) {
    Json json =
        Json.object()
            .put("relation", Given.wordOf(binding.relation()))
            .put("from", binding.from().toString());
    binding.to().ifPresent(day -> json.put("to", day.toString()));
    return json;
  }
}
