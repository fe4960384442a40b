package io.caresettle.writing.sheet;

import io.caresettle.policy.plan.EntitlementName;

/** What each name of entitlement means, for a clerk who has the text on the desk. */
final class EntitlementWords {

  private EntitlementWords() {}

  static Said of(EntitlementName name) {
    return switch (name) {
      case EMPLOYEE_STARTS ->
          said(
              "单位职工首次足额缴费到账后何时享受",
              "employee: when covered after the first full contribution arrived");
      case FLEXIBLE_STARTS ->
          said("灵活就业人员缴费后何时享受", "flexible worker: when covered after contributing");
      case FLEXIBLE_WAITING ->
          said("灵活就业人员等待期，自到账起满月计", "flexible worker: whole months of waiting from arrival");
      case FLEXIBLE_NO_WAITING_GAP ->
          said(
              "中断多久以内续保免等待期（0 为不免）",
              "flexible worker: a gap up to this spares the waiting; 0 never");
      case FLEXIBLE_ACCOUNT_STARTS ->
          said("灵活就业人员个人账户何时起用", "flexible worker: when the account begins");
      case RESIDENT_PERIOD_FROM ->
          said("居民集中参保缴费期首日（上年）", "residents: first day of the central period, the year before");
      case RESIDENT_PERIOD_TO ->
          said("居民集中参保缴费期末日（上年）", "residents: last day of the central period, the year before");
      case RESIDENT_NEEDS_CONTINUITY ->
          said("居民享受是否须连续参保", "residents: whether cover needs enrolment without a break");
      case RESIDENT_LATE_STARTS ->
          said("居民集中期外缴费何时享受", "residents: when covered after paying outside the central period");
      case RESIDENT_WAITING -> said("居民等待期月数", "residents: months of waiting");
      case NEWBORN_WINDOW_COUNTED_IN ->
          said("新生儿参保期限按何计", "newborns: what the window is counted in");
      case NEWBORN_WINDOW -> said("新生儿参保期限", "newborns: length of the window");
      case NEWBORN_COUNTS_FROM ->
          said("新生儿参保期限自何日起算", "newborns: from which day the window counts");
      case NEWBORN_BIRTH_YEAR ->
          said("新生儿出生当年保费由谁缴纳", "newborns: who pays the premium of the year of birth");
      case FRESHMAN_STARTS -> said("新入学大学生何日起享受", "first-year students: from which day covered");
      case AID_NO_WAITING -> said("救助对象是否免等待期", "recipients of aid: whether spared the waiting");
      case DISABLED_NO_WAITING ->
          said("重度残疾人是否免等待期", "severely disabled persons: whether spared the waiting");
      case ARREARS_STOPS -> said("欠费何时停止享受", "arrears: when cover stops");
      case EMPLOYER_MAKE_UP ->
          said("单位欠费补缴期限月数（0 为无）", "employer's arrears: months to make up; 0 none");
      case EMPLOYER_GAP -> said("单位补缴后中断期间费用", "employer's arrears: costs of the gap once made up");
      case FLEXIBLE_MAKE_UP ->
          said("灵活就业人员补缴期限月数（0 为无）", "flexible worker's arrears: months to make up; 0 none");
      case FLEXIBLE_GAP ->
          said("灵活就业人员补缴后中断期间费用", "flexible worker's arrears: costs of the gap once made up");
      case CHANGE_WINDOW ->
          said("转换身份、转移接续的期限月数", "change of scheme or place: months to join again");
      case CHANGE_GAP -> said("转换、接续期间费用", "change of scheme or place: costs of the gap");
      case SUSPENDED_ACCOUNT -> said("停止享受期间个人账户", "cover suspended: the personal account");
      case GAP_OWED -> said("中断期间应由责任方承担哪些基金的支付", "gap: which funds' part its bearer owes");
      case PRISON_STOPS -> said("服刑何时停止享受", "prison: when cover stops");
      case RETIRED_YEARS_MEN -> said("退休享受最低缴费年限（男）", "retired men: least years of contribution");
      case RETIRED_YEARS_WOMEN ->
          said("退休享受最低缴费年限（女）", "retired women: least years of contribution");
      case SECOND_LAYER ->
          said("大病保险、大额补助何时享受", "critical illness, large-sum subsidy: when covered");
      case VIOLATION_LEFT_OUT ->
          said(
              "违法行为所涉费用是否不计入补充保险、救助",
              "costs of a violation: whether left out of supplements and aid");
      case AID_CLASSES ->
          said("医疗救助对象类别，多重身份取在前者", "classes of medical aid; of several the first counts");
      case SCHEMES_PRECEDENCE -> said("重复参保如何处理", "two schemes at once: what prevails");
      case STAY_SCHEME_CHANGE ->
          said("住院期间险种转换如何结算", "change of scheme during a stay: how it is settled");
      case YEAR_STARTS -> said("结算年度首日", "first day of the settlement year");
      case STAY_COUNTS_BY -> said("跨年度住院如何计入年度", "stay across two years: in which it counts");
      case HAND_CLAIM_UNTIL -> said("手工报销期限", "hand claims: until when");
      case GRADES_APPLY ->
          said("是否按机构等级限定结算范围", "whether the institution's grade limits what it may settle");
      case AID_ONLY_AT_AID_HOSPITALS ->
          said("医疗救助是否限救助定点机构", "medical aid: whether only at institutions designated for it");
      case STAY_ONE_AT_A_TIME -> said("是否不得同时住院两处", "stays: whether one at a time");
      case STAY_OUTSIDE_PURCHASES -> said("住院期间院外购药", "purchases outside during a stay");
      case INTERNET_NEEDS_AGREEMENT ->
          said("互联网医疗服务是否须另签协议", "care over the internet: whether it needs an agreement");
      case EXCLUDED_BINDS -> said("不予支付范围约束哪些基金", "what is excluded: which funds it binds");
      case THIRD_PARTY_ADVANCE -> said("第三人责任费用先行支付", "third party liable: advance payment");
      case SPECIAL_RECOGNISED_FIRST ->
          said("门诊特殊病是否须先认定", "special outpatient: whether recognised first");
      case CATALOGUE_APPLY_WITHIN ->
          said("目录调整后须执行的日数", "catalogue changed: days until it must be applied");
      case PRESCRIPTION_REVIEW_FIRST ->
          said("外配处方是否须先经药师审核", "external prescription: whether reviewed before dispensing");
      case FAMILY_RELATIONS -> said("家庭共济成员范围", "family account: for whom");
      case ACCOUNT_INSURANCE_FROM ->
          said("个人账户购买商业保险可用资金", "account pays insurance products: from which money");
      case ACCOUNT_INSURANCE_FOR ->
          said("个人账户可为谁购买商业保险", "account pays insurance products: for whom");
      case ACCOUNT_PREMIUMS -> said("个人账户可缴纳的保费", "account pays premiums: of what");
      case SANCTION_MONTHS_LEAST -> said("暂停联网结算最短月数", "sanction: months at least");
      case SANCTION_MONTHS_MOST -> said("暂停联网结算最长月数", "sanction: months at most");
      case SANCTION_ACCOUNT -> said("暂停联网结算期间个人账户", "sanction: the personal account");
      case SUSPENSION_CLEARED ->
          said("暂停联网结算解除后如何处理", "suspension lifted: what becomes of its bills");
      case OFF_SITE_NEEDS_FILING ->
          said("异地就医是否须备案", "care away from home: whether it needs a filing");
      case OFF_SITE_TEMPORARY_MONTHS ->
          said("临时外出备案最短有效月数", "temporary filing: months it lasts at least");
      case OFF_SITE_EMERGENCY_COUNTS ->
          said("异地急诊抢救是否视同已备案", "emergency away from home: whether it counts as filed");
      case OFF_SITE_FILED_BY -> said("最迟何时补办备案", "filing: by when at the latest");
      case OFF_SITE_ZONE -> said("区域内就医免备案", "zone in which no filing is needed");
      case LONG_TERM_CARE_EXISTS -> said("是否实行长期护理保险", "whether there is long-term care insurance");
      case LONG_TERM_CARE_SUSPENSION_LEAST ->
          said("长护险暂停待遇最短月数", "long-term care: months of suspension at least");
      case LONG_TERM_CARE_SUSPENSION_MOST ->
          said("长护险暂停待遇最长月数", "long-term care: months of suspension at most");
    };
  }

  private static Said said(String zh, String en) {
    return new Said(zh, en);
  }
}
