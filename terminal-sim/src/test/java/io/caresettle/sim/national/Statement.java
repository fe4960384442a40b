package io.caresettle.sim.national;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The three steps of a comparison by file. */
final class Statement {

  private Statement() {}

  /** What differs from {@code own} lines, as the platform's file says it. */
  static String details(RawCaller caller, String kind, String own) {
    String file =
        caller
            .call(
                "9101",
                "{\"fsUploadIn\":{\"in\":\""
                    + Base64.getEncoder().encodeToString(zip(own))
                    + "\",\"filename\":\"own.zip\",\"fixmedins_code\":\"TEST00000001\"}}")
            .good()
            .field("file_qury_no");
    String result =
        caller
            .call(
                "3202",
                "{\"data\":{\"clr_type\":\""
                    + kind
                    + "\",\"setl_optins\":\"320500\",\"file_qury_no\":\""
                    + file
                    + "\",\"stmt_begndate\":\"2026-11-20\",\"stmt_enddate\":\"2026-11-20\","
                    + "\"medfee_sumamt\":\"0.00\",\"fund_pay_sumamt\":\"0.00\","
                    + "\"cash_payamt\":\"0.00\",\"fixmedins_setl_cnt\":\"0\"}}")
            .good()
            .field("file_qury_no");
    String in =
        caller
            .call(
                "9102",
                "{\"fsDownloadIn\":{\"file_qury_no\":\""
                    + result
                    + "\",\"filename\":\"result.zip\",\"fixmedins_code\":\"TEST00000001\"}}")
            .good()
            .field("in");
    return unzip(Base64.getDecoder().decode(in));
  }

  private static byte[] zip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("own.txt"));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String unzip(byte[] bytes) {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      zip.getNextEntry();
      return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
