package io.caresettle.sim.national;

import io.caresettle.centre.national.message.Node;
import io.caresettle.protocol.wire.CatalogueItem;
import io.caresettle.sim.centre.SideDoor;
import java.util.Arrays;
import java.util.Map;

/**
 * Catalogues as files (1301 and its family): all invented items are drugs of one version, and the
 * other catalogues are empty.
 */
record CatalogueFiles(SideDoor door, Files files) {

  /**
   * What the columns of a line are, as public code reads them: how many, name, valid, id, version.
   */
  static final Map<String, int[]> COLUMNS =
      Map.of(
          "1301", new int[] {97, 1, 78, 79, 82},
          "1302", new int[] {33, 1, 13, 14, 17},
          "1303", new int[] {85, 1, 64, 67, 70},
          "1305", new int[] {20, 9, 6, 13, 14},
          "1306", new int[] {71, 1, 67, 68, 69},
          "1307", new int[] {24, 11, 18, 19, 22});

  /** What is newer than a version; any other than the newest is taken for none. */
  Node file(Asked asked) {
    Node data = asked.input().node("data").orElse(asked.input());
    String known = Words.must(data, "ver", "版本号");
    String newest = door.catalogue().getVersion();
    boolean drugs = asked.transaction().equals("1301");
    StringBuilder text = new StringBuilder();
    int count = 0;
    if (drugs && !known.equals(newest)) {
      for (CatalogueItem item : door.catalogue().getItemsList()) {
        text.append(line(item, newest, COLUMNS.getOrDefault("1301", new int[5]))).append('\n');
        count++;
      }
    }
    String name = asked.transaction() + ".zip";
    String number = files.keep(asked, name, asked.transaction() + ".txt", text.toString());
    return Node.EMPTY
        .with("file_qury_no", number)
        .with("filename", name)
        .with("dld_endtime", files.until())
        .with("dld_end_time", files.until())
        .with("data_cnt", Integer.toString(count));
  }

  private static String line(CatalogueItem item, String version, int[] places) {
    String[] cells = new String[places[0]];
    Arrays.fill(cells, "null");
    cells[0] = item.getCode();
    cells[places[1]] = item.getName();
    cells[places[2]] = "1";
    cells[places[3]] = item.getCode();
    cells[places[4]] = version;
    return String.join("\t", cells);
  }
}
