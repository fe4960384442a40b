package io.caresettle.sim.whomay;

import io.caresettle.eligibility.Institution;
import io.caresettle.sim.entitle.Cover;
import io.caresettle.sim.entitle.Verdict;
import io.caresettle.writing.Json;
import java.util.List;
import java.util.Locale;

/** What came out, for a program: the same facts as {@link ToldText} prints. */
record ToldJson(Told told) {

  Json json() {
    Institution place = told.asked().place();
    Json centre =
        Json.object()
            .put("pool", verdict(told.centre().pool()))
            .put("account", verdict(told.centre().account()))
            .put(
                "notes",
                told.centre().notes().stream()
                    .map(CentresWord::reason)
                    .map(ToldJson::reason)
                    .toList());
    told.centre().countsIn().ifPresent(year -> centre.put("settlement_year", year.toString()));
    told.centre()
        .claimUntil()
        .ifPresentOrElse(
            day -> centre.put("claim_until", day.toString()),
            () -> centre.putTexts("not_published", List.of("hand-claim.until")));
    return Json.object()
        .put("at", told.asked().day().toString())
        .put(
            "person",
            Json.object()
                .put("number", told.asked().person().number())
                .put("name", told.asked().person().name())
                .put("born", told.asked().person().born().toString())
                .put("sex", word(told.asked().person().sex())))
        .put(
            "institution",
            Json.object()
                .put("code", place.code())
                .put("name", place.name())
                .put("kind", word(place.kind()))
                .put("level", word(place.level()))
                .put("grade", place.gradeOn(told.asked().day()).map(Enum::name).orElse(""))
                .put("area", place.area())
                .put("agreement", place.agreementOn(told.asked().day()).isPresent()))
        .putTexts("no_ordinance_of", told.lawless())
        .put("enrolments", told.centre().covers().stream().map(this::cover).toList())
        .put("centre", centre)
        .put("benefits", told.answers().stream().map(ToldJson::answer).toList());
  }

  private Json cover(Cover cover) {
    Json json =
        Json.object()
            .put("kind", word(cover.kind()))
            .put("category", word(cover.category()))
            .put("area", cover.area())
            .put("serves", told.centre().serving().filter(cover::isOf).isPresent());
    cover.from().ifPresent(day -> json.put("pool_from", day.toString()));
    cover.accountFrom().ifPresent(day -> json.put("account_from", day.toString()));
    cover.to().ifPresent(day -> json.put("to", day.toString()));
    return json;
  }

  private static Json verdict(Verdict verdict) {
    return Json.object()
        .put("state", word(verdict.state()))
        .put("because", reason(CentresWord.reason(verdict.because())));
  }

  private static Json answer(Answer answer) {
    return Json.object()
        .put("benefit", answer.benefit().word())
        .put("given_here", answer.given())
        .put("payers", answer.rows().stream().map(ToldJson::row).toList())
        .put("notices", reasons(answer.notices()))
        .put("centre_differs", answer.differences().stream().map(ToldJson::difference).toList());
  }

  private static Json row(Row row) {
    Json json = Json.object().put("payer", row.purse().id()).put("open", row.open());
    if (row.leftOut()) {
      json.put("left_out", true);
    }
    row.until().ifPresent(day -> json.put("until", day));
    return json.put("reasons", reasons(row.reasons()));
  }

  private static Json difference(Answer.Difference difference) {
    return Json.object()
        .put("payer", difference.purse().id())
        .put("centre", word(difference.centre()))
        .put("terminal_gives_less", difference.stricter())
        .put("reasons", reasons(difference.reasons()));
  }

  private static List<Json> reasons(List<Reason> reasons) {
    return reasons.stream().map(ToldJson::reason).toList();
  }

  private static Json reason(Reason reason) {
    Json json =
        Json.object()
            .put("rule", reason.rule())
            .put("article", reason.article())
            .put("zh", reason.zh())
            .put("en", reason.en());
    reason.until().ifPresent(day -> json.put("until", day));
    reason
        .remedy()
        .ifPresent(
            remedy ->
                json.put("remedy", Json.object().put("zh", remedy.zh()).put("en", remedy.en())));
    return json.put("test_figures", !reason.testFigures().isEmpty())
        .putTexts("test_figures_of", reason.testFigures())
        .putTexts("not_published", reason.notPublished());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
