package io.caresettle.credential.card;

import java.util.Optional;

/**
 * A file whose items can be asked for by file and tag: those of the environment and of the
 * medical-insurance area (DF04) that a terminal may read. Fingerprint and photograph (SSSE EF07,
 * EF08) and the settlements without a line (DF04 EF06) are not among them.
 */
public enum AddressedFile {
  /** The issuer's data, free to read. */
  SSSE_EF05("SSSEEF05", 5, Item.CARD_IDENTIFIER, Item.CARD_NUMBER),
  /** The holder's data. */
  SSSE_EF06("SSSEEF06", 6, Item.IDENTITY_NUMBER, Item.NAME_EXTENSION),
  /** 医疗保险基本信息: PIN or RK1DF04. */
  DF04_EF05("DF04EF05", 5, Item.INSURANCE_TYPE, Item.WAY_OF_USE),
  /** 医疗交易明细, cyclic, records of seven items: PIN. */
  DF04_EF08("DF04EF08", 8),
  /** 特殊医疗结算记录, cyclic, records of two items: PIN or RK1DF04. */
  DF04_EF15("DF04EF15", 0x15);

  private final String address;
  private final int number;
  private final Optional<Item> first;
  private final Optional<Item> last;

  /** A file of items that follow one another in {@link Item}. */
  AddressedFile(String address, int number, Item first, Item last) {
    this.address = address;
    this.number = number;
    this.first = Optional.of(first);
    this.last = Optional.of(last);
  }

  /** A cyclic file. */
  AddressedFile(String address, int number) {
    this.address = address;
    this.number = number;
    this.first = Optional.empty();
    this.last = Optional.empty();
  }

  /** The file that the standard's functions call so; empty where it is not read here. */
  public static Optional<AddressedFile> of(String address) {
    for (AddressedFile file : values()) {
      if (file.address.equals(address)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** Its name in the standard's functions, such as SSSEEF05. */
  public String address() {
    return address;
  }

  /** Whether its records have numbers, the newest first, and no tags. */
  public boolean cyclic() {
    return first.isEmpty();
  }

  /** Whether it is in the medical-insurance area, which opens to a PIN or a key. */
  public boolean medical() {
    return this == DF04_EF05 || cyclic();
  }

  /** Whether it has an item with this tag. */
  public boolean holds(int tag) {
    return Item.ofTag(tag)
        .filter(item -> first.filter(from -> from.compareTo(item) <= 0).isPresent())
        .filter(item -> last.filter(to -> to.compareTo(item) >= 0).isPresent())
        .isPresent();
  }

  byte[] fileId() {
    return new byte[] {(byte) 0xEF, (byte) number};
  }
}
