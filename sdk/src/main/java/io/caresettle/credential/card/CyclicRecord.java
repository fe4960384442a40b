package io.caresettle.credential.card;

import java.util.Arrays;
import java.util.List;

/** The items of a cyclic file's records, which have lengths and no tags. */
final class CyclicRecord {

  /** 交易序号, 交易类型, 终端机编号, 交易时间, and three sums: account, own pay, pool. */
  private static final List<Integer> TRANSACTION = List.of(2, 1, 6, 7, 4, 4, 4);

  /** 交易序号, 结算类别. */
  private static final List<Integer> SPECIAL_SETTLEMENT = List.of(2, 1);

  private final List<Integer> lengths;

  private CyclicRecord(List<Integer> lengths) {
    this.lengths = lengths;
  }

  static CyclicRecord of(AddressedFile file) {
    return new CyclicRecord(file == AddressedFile.DF04_EF08 ? TRANSACTION : SPECIAL_SETTLEMENT);
  }

  int length() {
    return before(lengths.size());
  }

  /** The serial number in hexadecimal digits, sums in fen. */
  List<String> texts(byte[] record) {
    return lengths.equals(SPECIAL_SETTLEMENT)
        ? List.of(text(record, 0, Item.Type.BYTES), text(record, 1, Item.Type.TEXT))
        : List.of(
            text(record, 0, Item.Type.BYTES),
            text(record, 1, Item.Type.TEXT),
            text(record, 2, Item.Type.DIGITS),
            text(record, 3, Item.Type.DIGITS),
            fen(record, 4),
            fen(record, 5),
            fen(record, 6));
  }

  private int before(int index) {
    return lengths.subList(0, index).stream().mapToInt(Integer::intValue).sum();
  }

  private byte[] bytes(byte[] record, int index) {
    return Arrays.copyOfRange(record, before(index), before(index + 1));
  }

  private String text(byte[] record, int index, Item.Type type) {
    return CardText.of(type, "item " + (index + 1) + " of a record", bytes(record, index));
  }

  private String fen(byte[] record, int index) {
    long fen = 0;
    for (byte b : bytes(record, index)) {
      fen = fen << 8 | (b & 0xFF);
    }
    return Long.toString(fen);
  }
}
