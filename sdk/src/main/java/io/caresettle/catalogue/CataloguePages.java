package io.caresettle.catalogue;

/** A catalogue that is asked for page by page. */
public enum CataloguePages {
  ETHNIC_DRUGS("1304", "民族药品目录"),
  INSURANCE_ITEMS("1312", "医保目录"),
  MATCHED_ITEMS("1316", "医疗目录与医保目录匹配"),
  MATCHED_BY_INSTITUTION("1317", "医药机构目录匹配"),
  PRICE_LIMITS("1318", "医保目录限价"),
  FIRST_SELF_PAY("1319", "医保目录先自付比例");

  private final String transaction;
  private final String zh;

  CataloguePages(String transaction, String zh) {
    this.transaction = transaction;
    this.zh = zh;
  }

  /** The number, such as 1312. */
  public String transaction() {
    return transaction;
  }

  public String zh() {
    return zh;
  }
}
