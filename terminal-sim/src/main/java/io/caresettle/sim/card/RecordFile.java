package io.caresettle.sim.card;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of records on a virtual card: of variable ones, each a tag, a length and a value, or of a
 * cyclic file's, which are values alone and the newest of which is the first.
 */
final class RecordFile {

  /** What must have been proved before a file can be read. */
  enum Guard {
    NOTHING,
    /** The key RKSSSE. */
    READ_KEY,
    /** The PIN, or the key RK1DF04. */
    PIN_OR_KEY,
    /** The PIN, and no key. */
    PIN
  }

  private final Guard guard;
  private final List<byte[]> records = new ArrayList<>();
  private int pointer = -1;

  RecordFile(Guard guard) {
    this.guard = guard;
  }

  RecordFile with(int tag, byte[] value) {
    byte[] record = new byte[value.length + 2];
    record[0] = (byte) tag;
    record[1] = (byte) value.length;
    System.arraycopy(value, 0, record, 2, value.length);
    records.add(record);
    return this;
  }

  /** A record of a cyclic file. */
  RecordFile withBare(byte[] record) {
    records.add(record.clone());
    return this;
  }

  Guard guard() {
    return guard;
  }

  /** As after selecting the file: before its first record. */
  void rewind() {
    pointer = -1;
  }

  /** What READ RECORD finds: by number (modes 4 and 5) or by tag (modes 0 to 3). */
  byte[] read(int p1, int mode) {
    return switch (mode) {
      case 0 -> at(nextWith(p1, 0, 1));
      case 1 -> at(nextWith(p1, records.size() - 1, -1));
      case 2 -> at(nextWith(p1, pointer + 1, 1));
      case 3 -> at(nextWith(p1, (pointer < 0 ? records.size() : pointer) - 1, -1));
      case 4 -> at(p1 - 1);
      case 5 -> from(p1 - 1);
      default -> throw new StatusWord(0x6A86);
    };
  }

  private int nextWith(int tag, int start, int step) {
    for (int i = start; i >= 0 && i < records.size(); i += step) {
      if (tag == 0 || (records.get(i)[0] & 0xFF) == tag) {
        pointer = i;
        return i;
      }
    }
    return -1;
  }

  private byte[] at(int index) {
    if (index < 0 || index >= records.size()) {
      throw new StatusWord(0x6A83);
    }
    return records.get(index);
  }

  private byte[] from(int index) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(at(index));
    for (byte[] record : records.subList(index + 1, records.size())) {
      all.writeBytes(record);
    }
    return all.toByteArray();
  }
}
