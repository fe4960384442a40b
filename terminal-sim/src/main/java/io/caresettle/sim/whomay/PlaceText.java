package io.caresettle.sim.whomay;

import io.caresettle.eligibility.Agreement;
import io.caresettle.eligibility.Institution;
import java.time.LocalDate;

/** An institution, as it stands on a day. */
final class PlaceText {

  private PlaceText() {}

  static String of(Institution place, LocalDate day) {
    String kind =
        switch (place.kind()) {
          case HOSPITAL -> "医院 hospital";
          case PHARMACY -> "药店 pharmacy";
          case CARER -> "护理机构 carer";
        };
    String level =
        switch (place.level()) {
          case LEVEL_1 -> "一级及社区 level 1";
          case LEVEL_2 -> "二级 level 2";
          case LEVEL_3 -> "三级 level 3";
        };
    return place.code()
        + " "
        + place.name()
        + "，"
        + kind
        + "，"
        + level
        + place.gradeOn(day).map(grade -> "，" + grade + " 级 grade " + grade).orElse("")
        + "，统筹区 area "
        + place.area()
        + "，"
        + place.agreementOn(day).map(PlaceText::agreement).orElse("当日无协议 no agreement on the day");
  }

  private static String agreement(Agreement agreement) {
    return agreement.to().map(last -> "协议至 agreement until " + last).orElse("协议有效 under agreement");
  }
}
