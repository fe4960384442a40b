package io.caresettle.catalogue;

import java.util.Optional;

/** A catalogue that comes as a file of what is newer than a version. */
public enum CatalogueFile {
  DRUGS("1301", "西药中成药目录", new Columns(97, 1, 78, 79, 82)),
  HERBS("1302", "中药饮片目录", new Columns(33, 1, 13, 14, 17)),
  PREPARATIONS("1303", "医疗机构制剂目录", new Columns(85, 1, 64, 67, 70)),
  SERVICES("1305", "医疗服务项目目录", new Columns(20, 9, 6, 13, 14)),
  CONSUMABLES("1306", "医用耗材目录", new Columns(71, 1, 67, 68, 69)),
  DIAGNOSES("1307", "疾病与诊断目录", new Columns(24, 11, 18, 19, 22)),
  OPERATIONS("1308", "手术操作目录"),
  CHRONIC_DISEASES("1309", "门诊慢特病种目录"),
  DISEASES_PAID_AS_ONE("1310", "按病种付费病种目录"),
  DAY_SURGERY("1311", "日间手术治疗病种目录"),
  TUMOUR_FORMS("1313", "肿瘤形态学目录"),
  TCM_DISEASES("1314", "中医疾病目录"),
  TCM_SYNDROMES("1315", "中医证候目录");

  /**
   * What the columns of a line are, counted from 0, as one public program reads them.
   *
   * @param count how many there are
   * @param name of the item
   * @param valid whether it is in force, 0 or 1
   * @param record the number of the record
   * @param version the version of the record
   */
  public record Columns(int count, int name, int valid, int record, int version) {}

  private final String transaction;
  private final String zh;

  @SuppressWarnings("ImmutableEnumChecker") // A record of numbers.
  private final Optional<Columns> columns;

  CatalogueFile(String transaction, String zh, Columns columns) {
    this.transaction = transaction;
    this.zh = zh;
    this.columns = Optional.of(columns);
  }

  CatalogueFile(String transaction, String zh) {
    this.transaction = transaction;
    this.zh = zh;
    this.columns = Optional.empty();
  }

  /** The number, such as 1301. */
  public String transaction() {
    return transaction;
  }

  public String zh() {
    return zh;
  }

  /** The columns of its lines, where they are published. */
  public Optional<Columns> columns() {
    return columns;
  }
}
