package io.caresettle.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.catalogue.CatalogueDownload.FaultyLines;
import io.caresettle.centre.national.call.RawCall;
import io.caresettle.centre.national.envelope.Sender;
import io.caresettle.centre.national.envelope.TifSignature;
import io.caresettle.centre.national.exchange.NationalLine;
import io.caresettle.centre.national.flow.ScriptedPlatform;
import io.caresettle.centre.national.flow.ScriptedPlatform.Fault;
import io.caresettle.centre.national.message.Limits;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import io.caresettle.centre.national.profile.Profile;
import io.caresettle.centre.national.profile.Profiles;
import io.caresettle.problem.CentreRefused;
import io.caresettle.problem.CentreUnreachable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A catalogue is downloaded into a file that is whole")
@Timeout(180)
class CatalogueDownloadTest {

  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-20T02:00:00Z"));
  private static final Map<String, String> SINCE = Map.of("updt_time", "2026-01-01");

  @TempDir Path folder;
  private final ScriptedPlatform platform = new ScriptedPlatform();
  private int ids;

  @AfterEach
  void close() {
    platform.close();
  }

  private CatalogueDownload downloads(FaultyLines faulty) {
    Profile profile = Profiles.shipped("base");
    RawCall calls =
        RawCall.over(
            profile,
            new NationalLine(
                NationalLine.Address.of(platform.url()).with(Limits.FILES),
                profile.gateway(),
                new TifSignature("app", "secret", () -> "nonce"),
                CLOCK),
            new Sender("H32050000001", "测试医院", "320500", "1", "0001", "收费员甲", "", Map.of()),
            () -> String.format(Locale.ROOT, "H32050000001202611201000%06d", ++ids),
            CLOCK);
    return CatalogueDownload.into(folder, calls, faulty);
  }

  private Downloaded herbs() {
    return downloads(FaultyLines.LEFT_OUT).file(CatalogueFile.HERBS, "V1", WITHIN);
  }

  /** A line of 1302: 33 columns. */
  private static String herb(String code, String version) {
    String[] cells = new String[33];
    Arrays.fill(cells, "null");
    cells[0] = code;
    cells[1] = "饮片" + code;
    cells[13] = "1";
    cells[14] = "R-" + code;
    cells[17] = version;
    return String.join("\t", cells);
  }

  private void announce(String transaction, int count) {
    platform.next(
        transaction,
        new Fault.Output(
            Node.EMPTY
                .with("file_qury_no", "F77")
                .with("filename", transaction + ".zip")
                .with("dld_end_time", "2026-11-27 10:00:00")
                .with("data_cnt", Integer.toString(count))));
  }

  private void bring(String... lines) {
    bring(zip((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  private void bring(byte[] file) {
    platform.next(
        "9102", new Fault.Output(Node.EMPTY.with("in", Base64.getEncoder().encodeToString(file))));
  }

  private static byte[] zip(byte[] text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("catalogue.txt"));
      zip.write(text);
      zip.closeEntry();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> String.valueOf(path.getFileName())).sorted().toList();
    }
  }

  private static String read(Downloaded downloaded) throws IOException {
    return Files.readString(downloaded.file().orElseThrow());
  }

  @Test
  @DisplayName("by its number, with what to ask from next, and nothing left beside it")
  void file() throws IOException {
    announce("1302", 2);
    bring(herb("T1", "V2"), herb("T2", "V3"));
    Downloaded downloaded = herbs();
    assertEquals(herb("T1", "V2") + "\n" + herb("T2", "V3") + "\n", read(downloaded));
    assertEquals(Optional.of("V3"), downloaded.newest());
    assertTrue(downloaded.isWhole());
    assertEquals(List.of("1302-V1.txt"), files());
    Node asked = platform.requests("1302").get(0).node("input").orElseThrow();
    assertEquals("V1", asked.node("data").flatMap(d -> d.text("ver")).orElse(""));
    Node wanted =
        platform.requests("9102").get(0).node("input").flatMap(i -> i.node("fsDownloadIn")).get();
    assertEquals("F77", wanted.text("file_qury_no").orElse(""));
    assertEquals("plc", wanted.text("filename").orElse(""));
    assertEquals("H32050000001", wanted.text("fixmedins_code").orElse(""));
  }

  @Test
  @DisplayName("and where there is nothing newer, no file is asked for")
  void nothingNewer() throws IOException {
    announce("1302", 0);
    assertEquals(Optional.empty(), herbs().file());
    assertEquals(List.of(), platform.requests("9102"));
    assertEquals(List.of(), files());
  }

  @Test
  @DisplayName("and says so where other lines came than were announced")
  void announced() {
    announce("1302", 3);
    bring(herb("T1", "V2"));
    assertFalse(herbs().isWhole());
  }

  @Test
  @DisplayName("without its faulty lines, each told with file, line and column")
  void leavesOut() throws IOException {
    announce("1302", 5);
    bring(
        herb("T1", "V2"),
        "T2\tzu kurz",
        herb("T3", "V2").replace("饮片T3", " "),
        herb("T4", "V2").replace("\t1\tR-", "\tx\tR-"),
        herb("T5", "V2").replace("R-T5", "null"),
        herb("T6", "V2"));
    Downloaded downloaded = herbs();
    assertEquals(herb("T1", "V2") + "\n" + herb("T6", "V2") + "\n", read(downloaded));
    assertEquals(4, downloaded.faulty());
    assertEquals(
        List.of("2:2", "3:2", "4:14", "5:15"),
        downloaded.faults().stream().map(f -> f.line() + ":" + f.column()).toList());
    assertTrue(
        downloaded.faults().get(0).toString().startsWith("1302-V1.zip.part:2:2: 有 2 列"),
        downloaded.faults()::toString);
  }

  @Test
  @DisplayName("or not at all, where a faulty line is to stop it: what was there before stays")
  void stops() throws IOException {
    announce("1302", 1);
    bring(herb("T1", "V2"));
    herbs();
    announce("1302", 2);
    bring(herb("T8", "V2"), "T2");
    CatalogueDownload strict = downloads(FaultyLines.STOP);
    UnusableCatalogue thrown =
        assertThrows(UnusableCatalogue.class, () -> strict.file(CatalogueFile.HERBS, "V1", WITHIN));
    assertEquals(2, thrown.fault().orElseThrow().line());
    assertEquals(herb("T1", "V2") + "\n", Files.readString(folder.resolve("1302-V1.txt")));
    assertEquals(List.of("1302-V1.txt"), files());
  }

  @Test
  @DisplayName("not of what is no text in UTF-8, and not of a line without an end")
  void bytes() throws IOException {
    announce("1302", 1);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.write(herb("T1", "V2").getBytes("GBK"));
    text.write('\n');
    text.write("x".repeat(100_000).getBytes(StandardCharsets.US_ASCII));
    text.write(("\n" + herb("T2", "V2")).getBytes(StandardCharsets.UTF_8));
    bring(zip(text.toByteArray()));
    Downloaded downloaded = herbs();
    assertEquals(1, downloaded.lines());
    assertTrue(downloaded.faults().get(0).en().contains("UTF-8"));
    assertTrue(downloaded.faults().get(1).en().contains("too long"));
  }

  @Test
  @DisplayName("goes on at its number after a lost answer, and does not ask for another")
  void resumesAtTheNumber() throws IOException {
    announce("1302", 1);
    platform.next("9102", new Fault.AnswerLost());
    assertThrows(CentreUnreachable.class, this::herbs);
    bring(herb("T1", "V2"));
    assertEquals(1, herbs().lines());
    assertEquals(1, platform.requests("1302").size());
    assertEquals(2, platform.requests("9102").size());
  }

  @Test
  @DisplayName("asks for another number where the old one has run out")
  void numberRunsOut() {
    announce("1302", 1);
    platform.next("9102", new Fault.Refused("文件不存在或已过期"));
    assertThrows(CentreRefused.class, this::herbs);
    announce("1302", 1);
    bring(herb("T1", "V2"));
    assertEquals(1, herbs().lines());
    assertEquals(2, platform.requests("1302").size());
  }

  @Test
  @DisplayName("goes on at a zip that is there already")
  void resumesAtTheZip() throws IOException {
    Unfinished before = Unfinished.of(folder, "1302-V1");
    Unfinished.write(
        before.part("zip"), zip((herb("T1", "V2") + "\n").getBytes(StandardCharsets.UTF_8)));
    before.keep(Map.of("number", "F77", "zip", "whole"));
    assertEquals(1, herbs().lines());
    assertEquals(List.of(), platform.numbers());
  }

  @Test
  @DisplayName("is refused where the zip is broken, and begins anew")
  void brokenZip() throws IOException {
    announce("1302", 1);
    byte[] zip = zip((herb("T1", "V2") + "\n").repeat(50).getBytes(StandardCharsets.UTF_8));
    bring(Arrays.copyOf(zip, zip.length / 2));
    assertThrows(UnusableCatalogue.class, this::herbs);
    assertEquals(List.of(), files());
  }

  private static Node row(int number) {
    return Node.EMPTY.with("hilist_code", "C" + number).with("hilist_name", "项目" + number);
  }

  private void page(int number, int pages, int records, int... rows) {
    List<Value> all = new ArrayList<>();
    Arrays.stream(rows).forEach(row -> all.add(row(row)));
    platform.next(
        "1312",
        new Fault.Output(
            Node.EMPTY
                .with("data", new Value.Rows(all))
                .with("pageNum", Integer.toString(number))
                .with("pages", Integer.toString(pages))
                .with("recordCounts", Integer.toString(records))
                .with("lastPage", Boolean.toString(number == pages))));
  }

  private Downloaded items() {
    return downloads(FaultyLines.LEFT_OUT).pages(CataloguePages.INSURANCE_ITEMS, SINCE, 2, WITHIN);
  }

  private static final String THREE =
      """
      {"hilist_code":"C1","hilist_name":"项目1"}
      {"hilist_code":"C2","hilist_name":"项目2"}
      {"hilist_code":"C3","hilist_name":"项目3"}
      """;

  @Test
  @DisplayName("page by page, a line of JSON for each row")
  void pages() throws IOException {
    page(1, 2, 3, 1, 2);
    page(2, 2, 3, 3);
    Downloaded downloaded = items();
    assertEquals(THREE, read(downloaded));
    assertTrue(downloaded.isWhole());
    assertEquals(List.of("1312.jsonl"), files());
    Node second =
        platform.requests("1312").get(1).node("input").flatMap(i -> i.node("data")).orElseThrow();
    assertEquals("2", second.text("page_num").orElse(""));
    assertEquals("2", second.text("page_size").orElse(""));
    assertEquals("2026-01-01", second.text("updt_time").orElse(""));
  }

  @Test
  @DisplayName("goes on at the page after the last one, whatever a crash left of the next")
  void resumesAtThePage() throws IOException {
    page(1, 2, 3, 1, 2);
    platform.next("1312", new Fault.RequestLost());
    assertThrows(CentreUnreachable.class, this::items);
    Files.writeString(
        folder.resolve("1312.lines.part"),
        "{\"half".repeat(50),
        java.nio.file.StandardOpenOption.APPEND);
    page(2, 2, 3, 3);
    assertEquals(THREE, read(items()));
    assertEquals(3, platform.requests("1312").size());
  }

  @Test
  @DisplayName("begins anew where something else is asked, and where a part is lost")
  void beginsAnew() throws IOException {
    page(1, 2, 3, 1, 2);
    platform.next("1312", new Fault.RequestLost());
    assertThrows(CentreUnreachable.class, this::items);
    Files.delete(folder.resolve("1312.lines.part"));
    page(1, 2, 3, 1, 2);
    platform.next("1312", new Fault.RequestLost());
    assertThrows(CentreUnreachable.class, this::items);
    Node third = platform.requests("1312").get(2).node("input").orElseThrow();
    assertEquals("1", third.node("data").flatMap(d -> d.text("page_num")).orElse(""));
    page(1, 1, 1, 7);
    Downloaded other =
        downloads(FaultyLines.LEFT_OUT)
            .pages(CataloguePages.INSURANCE_ITEMS, Map.of("updt_time", "2026-06-01"), 2, WITHIN);
    assertEquals("{\"hilist_code\":\"C7\",\"hilist_name\":\"项目7\"}\n", read(other));
  }

  @Test
  @DisplayName("is not made of two catalogues: one that changed between two pages begins anew")
  void changes() throws IOException {
    page(1, 2, 3, 1, 2);
    page(2, 2, 4, 3, 4);
    assertThrows(UnusableCatalogue.class, this::items);
    assertEquals(List.of(), files());
    page(1, 1, 2, 1);
    assertThrows(UnusableCatalogue.class, this::items);
  }

  @Test
  @DisplayName("a dictionary is a line of JSON for each value")
  void dictionary() throws IOException {
    Node value = Node.EMPTY.with("type", "med_type").with("label", "普通门诊").with("value", "11");
    platform.next(
        "1901", new Fault.Output(Node.EMPTY.with("list", new Value.Rows(List.of(value)))));
    Downloaded downloaded =
        downloads(FaultyLines.STOP)
            .dictionary("med_type", "320500", LocalDate.of(2026, 11, 20), WITHIN);
    assertEquals("{\"type\":\"med_type\",\"label\":\"普通门诊\",\"value\":\"11\"}\n", read(downloaded));
    assertEquals(List.of("1901-med_type.jsonl"), files());
  }

  @Test
  @DisplayName("a dictionary may come as a file, too")
  void dictionaryAsFile() throws IOException {
    platform.next(
        "1901",
        new Fault.Output(Node.EMPTY.with("fileinfo", Node.EMPTY.with("file_qury_no", "F9"))));
    bring("med_type\t11", "med_type\t12");
    Downloaded downloaded =
        downloads(FaultyLines.STOP)
            .dictionary("med_type", "320500", LocalDate.of(2026, 11, 20), WITHIN);
    assertEquals("med_type\t11\nmed_type\t12\n", read(downloaded));
  }
}
