package io.caresettle.centre.national.field;

/** Whose reading of the interface a row is: an open program, or a document of a vendor. */
public enum Edition {
  /** openhis: Inner Mongolia and Chongqing. */
  OH,
  /** A billing library: Shenzhen. */
  BZ,
  /** The document of a library for older programs: Dongguan. */
  DG,
  /** A hospital program: Guangzhou. */
  GZ,
  /** The same hospital program: Foshan. */
  FS,
  /** A hospital program: Hunan, Hainan and Guangdong. */
  HH,
  /** A hospital program: Hubei. */
  YB,
  /** openHIS in Java: Jilin. */
  JL,
  /** Mobile payment: Shanxi. */
  SX,
  /** A template for pharmacies that names no province. */
  TP
}
