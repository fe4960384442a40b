package io.caresettle.catalogue;

import io.caresettle.centre.national.call.RawCall;
import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Downloads catalogues and dictionaries into a folder, each into a file that is whole. */
public final class CatalogueDownload {

  /** What becomes of a file of which a line has another form. */
  public enum FaultyLines {
    /** The line is told and left out. */
    LEFT_OUT,
    /** The file is not taken into use. */
    STOP
  }

  private static final Set<String> TRANSACTIONS =
      Stream.of(
              Stream.of(CatalogueFile.values()).map(CatalogueFile::transaction),
              Stream.of(CataloguePages.values()).map(CataloguePages::transaction),
              Stream.of("1901", "9102"))
          .flatMap(numbers -> numbers)
          .collect(Collectors.toUnmodifiableSet());

  private final Path folder;
  private final Asking asking;
  private final FaultyLines faulty;

  private CatalogueDownload(Path folder, Asking asking, FaultyLines faulty) {
    this.folder = folder;
    this.asking = asking;
    this.faulty = faulty;
  }

  /** The numbers of the transactions that download. */
  public static Set<String> transactions() {
    return TRANSACTIONS;
  }

  /**
   * Downloads into {@code folder}, which only one process uses at a time.
   *
   * @param calls over a line whose limits are as large as the files: {@code Limits.FILES}
   */
  public static CatalogueDownload into(Path folder, RawCall calls, FaultyLines faulty) {
    return new CatalogueDownload(folder, new Asking(calls), faulty);
  }

  /**
   * Downloads what a catalogue has newer than a version, into a file of the catalogue's number and
   * that version. Called again after an exception, it goes on where it was.
   *
   * @param version that one has; what stands for none, the province says
   * @param within how long each call may take
   * @throws io.caresettle.problem.CentreRefused when the platform said no
   * @throws io.caresettle.problem.CentreUnreachable when no answer came
   * @throws UnusableCatalogue when what came is no such file
   */
  public Downloaded file(CatalogueFile which, String version, Duration within) {
    return new FileDownload(folder, asking, faulty == FaultyLines.STOP).of(which, version, within);
  }

  /**
   * Downloads all pages of a catalogue, into a file of the catalogue's number. Called again with
   * the same after an exception, it goes on at the page where it was.
   *
   * @param conditions the fields of the question beside the page, such as {@code updt_time}
   * @param size how many rows a page has
   * @param within how long each call may take
   * @throws io.caresettle.problem.CentreRefused when the platform said no
   * @throws io.caresettle.problem.CentreUnreachable when no answer came
   * @throws UnusableCatalogue when the pages do not belong together: then it begins anew
   */
  public Downloaded pages(
      CataloguePages which, Map<String, String> conditions, int size, Duration within) {
    return new PageDownload(folder, asking).of(which, conditions, size, within);
  }

  /**
   * Downloads a dictionary (1901), into a file of its name.
   *
   * @param type its name, such as {@code med_type}
   * @param division whose it is, six digits
   * @param day on which its values hold
   * @throws io.caresettle.problem.CentreRefused when the platform said no
   * @throws io.caresettle.problem.CentreUnreachable when no answer came
   */
  public Downloaded dictionary(String type, String division, LocalDate day, Duration within) {
    Node data =
        Node.EMPTY
            .with("type", type)
            .with("parentValue", "")
            .with("admdvs", division)
            .with("date", day.toString())
            .with("valiFlag", "1");
    Node output = asking.ask("1901", Node.EMPTY.with("data", data), within);
    Optional<Node> file = output.node("fileinfo");
    if (file.isPresent()) {
      return new FileDownload(folder, asking, faulty == FaultyLines.STOP)
          .of("1901-" + type, file.get(), Optional.empty(), within);
    }
    List<Node> rows = Asking.rows(output, "list");
    StringBuilder text = new StringBuilder();
    rows.forEach(row -> text.append(MessageText.text(row)).append('\n'));
    Unfinished unfinished = Unfinished.of(folder, "1901-" + type);
    Unfinished.write(
        unfinished.part("lines"),
        text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return new Downloaded(
        Optional.of(unfinished.done(unfinished.part("lines"), ".jsonl")),
        rows.size(),
        0,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
