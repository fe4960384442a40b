package io.caresettle.sim.national;

import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import io.caresettle.sim.centre.SideDoor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Files up (9101) and down (9102). */
record Files(SideDoor door, Notes notes) {

  /** No day has more lines than this holds, and a zip must not become more. */
  private static final int MOST = 2 << 20;

  private static final Duration KEPT = Duration.ofDays(7);

  /** 9101: {@code in} is Base64, or a list of bytes. */
  Node upload(Asked asked) {
    Node file = asked.input().node("fsUploadIn").orElse(Node.EMPTY);
    String name = Words.must(file, "filename", "文件名");
    byte[] bytes = bytes(file.member("in").orElse(new Value.Nothing()));
    String number = keep(asked, name, bytes);
    return Node.EMPTY
        .with("file_qury_no", number)
        .with("filename", name)
        .with("fixmedins_code", asked.institution())
        .with("dld_endtime", until());
  }

  private static byte[] bytes(Value in) {
    if (in instanceof Value.Rows rows) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (Value row : rows.values()) {
        String digits = row.said().orElse("");
        if (!digits.matches("-?\\d{1,3}")) {
          throw new SaysNo("in（文件数据）: 应为 Base64 文本或字节列表");
        }
        bytes.write(Integer.parseInt(digits));
      }
      return bytes.toByteArray();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(in.said().orElse(""));
      if (bytes.length == 0) {
        throw new SaysNo("in（文件数据）: 必填项为空");
      }
      return bytes;
    } catch (IllegalArgumentException e) {
      throw new SaysNo("in（文件数据）: 应为 Base64 文本或字节列表");
    }
  }

  /** 9102: the bytes as Base64. */
  Node download(Asked asked) {
    Node wanted = asked.input().node("fsDownloadIn").orElse(Node.EMPTY);
    Node file = find(asked, Words.must(wanted, "file_qury_no", "文件查询号"));
    return Node.EMPTY
        .with("filename", Visits.said(file, "filename"))
        .with("fixmedins_code", asked.institution())
        .with("in", Visits.said(file, "bytes"));
  }

  private Node find(Asked asked, String number) {
    return notes
        .find("file", number)
        .filter(file -> Visits.said(file, "institution").equals(asked.institution()))
        .orElseThrow(() -> new SaysNo("file_qury_no（文件查询号）: 文件不存在或已过期"));
  }

  /** The text in the first entry of a zip, or the file itself where it is none. */
  String text(Asked asked, String number) {
    byte[] bytes = Base64.getDecoder().decode(Visits.said(find(asked, number), "bytes"));
    if (bytes.length < 2 || bytes[0] != 'P' || bytes[1] != 'K') {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      if (zip.getNextEntry() == null) {
        throw new SaysNo("对账文件为空压缩包");
      }
      byte[] text = zip.readNBytes(MOST + 1);
      if (text.length > MOST) {
        throw new SaysNo("对账文件过大");
      }
      return new String(text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new SaysNo("对账文件不是有效的 zip");
    }
  }

  String keep(Asked asked, String name, String entry, String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot fail to be written", e);
    }
    return keep(asked, name, bytes.toByteArray());
  }

  private String keep(Asked asked, String name, byte[] bytes) {
    String number = notes.fresh("F");
    notes.put(
        "file",
        number,
        asked.institution(),
        Node.EMPTY
            .with("institution", asked.institution())
            .with("filename", name)
            .with("bytes", Base64.getEncoder().encodeToString(bytes)));
    return number;
  }

  String until() {
    return Words.time(door.now().plus(KEPT));
  }
}
