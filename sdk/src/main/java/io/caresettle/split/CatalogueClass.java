package io.caresettle.split;

/** How far the catalogue takes an item in (收费项目等级). */
public enum CatalogueClass {
  /** 甲类: in full. */
  A,
  /** 乙类: after the patient's first slice. */
  B,
  /** 丙类 or not listed: not at all. */
  C
}
