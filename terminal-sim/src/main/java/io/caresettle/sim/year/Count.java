package io.caresettle.sim.year;

/** What is counted of a year beside the money. */
enum Count {
  PERSONS("人数", "persons"),
  BILLS("单据", "bills"),
  SETTLED("联网结算", "settled"),
  CASH("全额现金", "full cash"),
  STOPPED("数值未公布而停", "stopped by unknown figures"),
  WITHOUT_RULE("无适用政策包而停", "stopped: no pack says"),
  REFUNDS("退费", "refunds"),
  SETTLED_ANEW("重新结算", "settled anew"),
  OFF_SITE("异地就医", "off-site"),
  STAYS("住院", "stays"),
  OVER_NEW_YEAR("跨年住院", "stays over New Year"),
  TWO_SCHEMES("住院期间转险种", "scheme changed during a stay"),
  BY_HAND("可手工报销", "claimable by hand"),
  AFTERWARDS("补缴后可补报", "payable after making up"),
  LATE_OFFERED("年底可补结算", "may be settled anew at the year's end"),
  LATE_BY_HAND("年底须手工报销", "by hand at the year's end"),
  NO_FIRST_DAY("待遇起始日未公布", "full cash: first day of benefits not published"),
  CLOSED_BY_UNKNOWN("规则参数未公布而关闭", "full cash: a rule's parameter not published"),
  LAYER_LEFT_OUT("有层次因数值未公布未计入", "settled without a layer whose figure is not published"),
  BEYOND_LIMIT("达到限额", "bills cut by a limit"),
  CARE_VISITS("长期护理服务", "long-term-care visits"),
  CARE_SETTLED("长护险结算", "care settled"),
  CARE_REFUSED("长护险拒绝", "care refused by a rule"),
  CARE_UNPUBLISHED("长护险比例未公布", "care recorded, share not published");

  final String zh;
  final String en;

  Count(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }
}
