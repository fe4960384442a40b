package io.caresettle.centre.national.profile;

import io.caresettle.centre.national.field.CodeTable;
import io.caresettle.centre.national.field.CodeTables;
import io.caresettle.centre.national.field.Edition;
import io.caresettle.centre.national.profile.Gateway.Authentication;
import io.caresettle.centre.national.profile.Gateway.OutputForm;
import io.caresettle.centre.national.profile.Gateway.PathStyle;
import io.caresettle.centre.national.profile.Settling.FundSum;
import io.caresettle.centre.national.profile.Settling.Statement;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One file of a profile. A single value takes the place of the one it extends; lists of editions
 * do, too; tables by transaction are joined; what is open and what texts mean comes in front.
 */
final class ProfileFile {

  private final String id;
  private final Mapping top;
  private final Optional<Profile> parent;

  ProfileFile(String id, Mapping top) {
    this.id = id;
    this.top = top;
    Field extended = top.optional("extends");
    parent = extended.present() ? extended.text("a profile", Profiles::shipped) : Optional.empty();
  }

  Optional<Profile> profile() {
    Words words = new Words(top);
    Wording wording = wording(words);
    Gateway gateway = gateway(words);
    Settling settling = settling(words);
    List<String> open = new ArrayList<>(words.list("open"));
    parent.ifPresent(p -> open.addAll(p.open()));
    List<ErrorText> texts = new ArrayList<>(texts());
    parent.ifPresent(p -> texts.addAll(p.texts()));
    boolean confirmed =
        words.truth("confirmed").orElseGet(() -> parent.map(Profile::confirmed).orElse(false));
    return top.required("name")
        .text()
        .map(name -> new Profile(id, name, confirmed, open, wording, gateway, settling, texts));
  }

  private Wording wording(Words words) {
    Wording from =
        parent
            .map(Profile::wording)
            .orElseGet(
                () ->
                    new Wording(
                        List.of(), Set.of(), Map.of(), Map.of(), Set.of(), Map.of(), Map.of(),
                        Map.of(), Map.of(), Map.of(), Map.of(), Map.of()));
    return new Wording(
        top.has("editions") ? words.words("editions", EDITIONS) : from.editions(),
        top.has("own") ? Set.copyOf(words.words("own", EDITIONS)) : from.own(),
        joined(from.nodes(), words.texts("nodes")),
        joined(from.wanted(), words.lists("wanted")),
        top.has("lists") ? Set.copyOf(words.list("lists")) : from.lists(),
        joined(from.renames(), words.renames("rename")),
        joined(from.requiredAdd(), sets(words.lists("required-add"))),
        joined(from.requiredDrop(), sets(words.lists("required-drop"))),
        joined(from.fieldsAdd(), sets(words.lists("fields-add"))),
        joined(from.lengths(), words.numbers("lengths")),
        joined(from.times(), words.texts("times")),
        joined(from.tables(), tables()));
  }

  private Gateway gateway(Words words) {
    Optional<Gateway> from = parent.map(Profile::gateway);
    return new Gateway(
        words.text("infver").or(() -> from.map(Gateway::version)).orElse(""),
        words
            .word("authentication", AUTHENTICATIONS)
            .or(() -> from.map(Gateway::authentication))
            .orElse(Authentication.TIF_SHA256),
        words.word("path", PATHS).or(() -> from.map(Gateway::path)).orElse(PathStyle.SINGLE),
        words.text("place").or(() -> from.map(Gateway::place)).orElse(""),
        joined(from.map(Gateway::receivers).orElse(Map.of()), words.texts("receiver")),
        top.has("envelope-add")
            ? words.list("envelope-add")
            : from.map(Gateway::envelopeAdd).orElse(List.of()),
        words.text("wrapper").or(() -> from.map(Gateway::wrapper)).orElse(""),
        words
            .word("message-with-code-0", Map.of("fine", false, "failure", true))
            .or(() -> from.map(Gateway::textMeansFailure))
            .orElse(false),
        words
            .word("output", Map.of("object", OutputForm.OBJECT, "text", OutputForm.TEXT))
            .or(() -> from.map(Gateway::output))
            .orElse(OutputForm.OBJECT),
        words.text("empty-number").or(() -> from.map(Gateway::emptyNumber)).orElse(""));
  }

  private Settling settling(Words words) {
    Optional<Settling> from = parent.map(Profile::settling);
    Map<String, String> codes = words.texts("trace-codes");
    return new Settling(
        words
            .word("fund-sum", FUND_SUMS)
            .or(() -> from.map(Settling::fundSum))
            .orElse(FundSum.ACCOUNT_OUTSIDE),
        words.text("refund-flag").or(() -> from.map(Settling::refundFlag)).orElse(""),
        top.has("reversible")
            ? Set.copyOf(words.list("reversible"))
            : from.map(Settling::reversible).orElse(Set.of()),
        words
            .truth("details-without-settlement")
            .or(() -> from.map(Settling::detailsWithoutSettlement))
            .orElse(false),
        words
            .truth("all-batches-delete-settled")
            .or(() -> from.map(Settling::allBatchesDeleteSettled))
            .orElse(true),
        Optional.ofNullable(codes.get("sale"))
            .or(() -> from.map(Settling::saleTraceCodes))
            .orElse(""),
        Optional.ofNullable(codes.get("settlement"))
            .or(() -> from.map(Settling::settlementTraceCodes))
            .orElse(""),
        top.has("statement")
            ? statement(words.lists("statement"))
            : from.map(Settling::statement).orElse(Map.of()),
        words.truth("mobile-payment").or(() -> from.map(Settling::mobilePayment)).orElse(false));
  }

  private static Map<Statement, List<String>> statement(Map<String, List<String>> lists) {
    Map<Statement, List<String>> results = new HashMap<>();
    STATEMENTS.forEach(
        (word, statement) -> {
          List<String> codes = lists.get(word);
          if (codes != null) {
            results.put(statement, codes);
          }
        });
    return results;
  }

  private Map<String, CodeTable> tables() {
    Map<String, CodeTable> tables = new HashMap<>();
    Field all = top.optional("tables");
    if (all.present()) {
      all.mapping()
          .ifPresent(
              names ->
                  names
                      .all()
                      .forEach(
                          (name, field) ->
                              field
                                  .bind(table -> CodeTables.table(name, table))
                                  .ifPresent(table -> tables.put(name, table))));
    }
    return tables;
  }

  private List<ErrorText> texts() {
    List<ErrorText> texts = new ArrayList<>();
    for (Field one : top.optional("texts").list()) {
      one.bind(
              text -> {
                Set<String> on = new HashSet<>(new Words(text).list("on"));
                return text.required("contains")
                    .text()
                    .flatMap(
                        part ->
                            text.required("means")
                                .word(MEANINGS)
                                .map(means -> new ErrorText(part, on, means)));
              })
          .ifPresent(texts::add);
    }
    return texts;
  }

  private static Map<String, Set<String>> sets(Map<String, List<String>> lists) {
    Map<String, Set<String>> sets = new HashMap<>();
    lists.forEach((key, list) -> sets.put(key, Set.copyOf(list)));
    return sets;
  }

  private static <V> Map<String, V> joined(Map<String, V> from, Map<String, V> ours) {
    Map<String, V> all = new HashMap<>(from);
    all.putAll(ours);
    return all;
  }

  private static final Map<String, Edition> EDITIONS = editions();
  private static final Map<String, Authentication> AUTHENTICATIONS =
      Map.of(
          "tif-sha256", Authentication.TIF_SHA256,
          "api-key", Authentication.API_KEY,
          "service-bus", Authentication.SERVICE_BUS);
  private static final Map<String, PathStyle> PATHS =
      Map.of("single", PathStyle.SINGLE, "per-transaction", PathStyle.PER_TRANSACTION);
  private static final Map<String, FundSum> FUND_SUMS =
      Map.of(
          "account-outside", FundSum.ACCOUNT_OUTSIDE,
          "account-inside", FundSum.ACCOUNT_INSIDE);
  private static final Map<String, Statement> STATEMENTS =
      Map.of(
          "balanced", Statement.BALANCED,
          "centre-more", Statement.CENTRE_MORE,
          "institution-more", Statement.INSTITUTION_MORE,
          "differ", Statement.DIFFER);
  private static final Map<String, ErrorText.Meaning> MEANINGS =
      Map.of(
          "undone", ErrorText.Meaning.UNDONE,
          "never-arrived", ErrorText.Meaning.NEVER_ARRIVED,
          "cannot", ErrorText.Meaning.CANNOT,
          "try-again", ErrorText.Meaning.TRY_AGAIN,
          "landed-before", ErrorText.Meaning.LANDED_BEFORE,
          "unknown", ErrorText.Meaning.UNKNOWN,
          "sign-in", ErrorText.Meaning.SIGN_IN,
          "refused", ErrorText.Meaning.REFUSED);

  private static Map<String, Edition> editions() {
    Map<String, Edition> editions = new HashMap<>();
    for (Edition edition : Edition.values()) {
      editions.put(edition.name(), edition);
    }
    return editions;
  }
}
