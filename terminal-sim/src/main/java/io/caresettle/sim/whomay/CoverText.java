package io.caresettle.sim.whomay;

import io.caresettle.sim.entitle.Category;
import io.caresettle.sim.entitle.Cover;
import io.caresettle.sim.entitle.Kind;
import java.time.LocalDate;
import java.util.Optional;

/** An enrolment with its days. */
final class CoverText {

  private CoverText() {}

  static String of(Cover cover) {
    return kind(cover.kind())
        + "，"
        + category(cover.category())
        + "，"
        + cover.area()
        + "，统筹 pool "
        + days(cover.from(), cover.to())
        + "，账户 account "
        + cover.accountFrom().map(from -> days(Optional.of(from), cover.to())).orElse("无 none");
  }

  private static String days(Optional<LocalDate> from, Optional<LocalDate> to) {
    return from.map(LocalDate::toString).orElse("未公布 not published")
        + to.map(last -> " – " + last).orElse(" 起 on");
  }

  private static String kind(Kind kind) {
    return switch (kind) {
      case EMPLOYER -> "单位职工 employee";
      case FLEXIBLE -> "灵活就业 flexible worker";
      case UNEMPLOYED -> "领取失业金 unemployed on benefit";
      case HOSPITAL_ONLY -> "住院基本医保 for stays only";
      case RESIDENT -> "城乡居民 resident";
    };
  }

  private static String category(Category category) {
    return switch (category) {
      case ACTIVE -> "在职 active";
      case RETIRED -> "退休 retired";
      case ADULT -> "成年 adult";
      case ELDERLY -> "老年 elderly";
      case STUDENT -> "学生 student";
      case CHILD -> "未成年 child";
      case NEWBORN -> "新生儿 newborn";
    };
  }
}
