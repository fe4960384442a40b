package io.caresettle.sim.card;

import io.caresettle.credential.card.CardAlgorithm;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import io.caresettle.reading.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads card files, which describe virtual cards in YAML.
 *
 * <p>A file is strict in form (lengths, digits, known keys) and free in sense: a card whose check
 * digit is wrong or whose holder contradicts the number is a card somebody wants to test.
 */
public final class CardFile {

  /**
   * The card files that come along: a third-generation card of each invented holder, and the
   * second-generation card (3DES) that 测试乙 had before.
   */
  public static final List<String> BUNDLED =
      List.of("ceshi-jia", "ceshi-yi", "ceshi-bing", "ceshi-ding", "ceshi-yi-2");

  private static final Map<String, CardAlgorithm> ALGORITHMS =
      Map.of("sm4", CardAlgorithm.SM4, "des", CardAlgorithm.DES, "ssf33", CardAlgorithm.SSF33);
  private static final DateTimeFormatter DIGITS = DateTimeFormatter.BASIC_ISO_DATE;
  private static final CardProfile.Pin NO_PIN = new CardProfile.Pin(Optional.empty(), 3);

  private CardFile() {}

  /**
   * Reads a card file from disk.
   *
   * @throws io.caresettle.reading.ReadingFailed with file, line and column of everything wrong in
   *     it
   */
  public static CardProfile read(Path file) {
    return Reading.of(file, CardFile::profile);
  }

  /**
   * Reads a card file from a text.
   *
   * @param file the name that faults carry
   * @throws io.caresettle.reading.ReadingFailed with line and column of everything wrong in it
   */
  public static CardProfile read(String file, String text) {
    return Reading.of(file, text, CardFile::profile);
  }

  /**
   * Reads a card file from disk or, where there is none of this name, one of the {@link #BUNDLED}.
   *
   * @throws io.caresettle.reading.ReadingFailed as {@link #read(Path)}
   */
  public static CardProfile named(String name) {
    Path file = Path.of(name);
    return !Files.exists(file) && BUNDLED.contains(name) ? bundled(name) : read(file);
  }

  /**
   * Reads one of the {@link #BUNDLED} files.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public static CardProfile bundled(String name) {
    String file = name + ".yaml";
    try (InputStream in = CardFile.class.getResourceAsStream(file)) {
      if (in == null || !BUNDLED.contains(name)) {
        throw new IllegalArgumentException("No card file '" + name + "'; there are " + BUNDLED);
      }
      return read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<CardProfile> profile(Mapping file) {
    Optional<CardProfile.Chip> chip = file.required("card").mapping().flatMap(CardFile::chip);
    Optional<CardProfile.Holder> holder =
        file.required("holder").mapping().flatMap(CardFile::holder);
    CardProfile.Pin pin = file.optional("pin").mapping().flatMap(CardFile::pin).orElse(NO_PIN);
    CardProfile.Faults faults =
        file.optional("faults").mapping().map(CardFile::faults).orElse(CardProfile.Faults.NONE);
    Optional<CardProfile.Medical> medical =
        file.optional("medical").mapping().flatMap(CardFile::medical);
    return chip.flatMap(c -> holder.map(h -> new CardProfile(c, h, medical, pin, faults)));
  }

  private static Optional<CardProfile.Chip> chip(Mapping card) {
    Optional<CardAlgorithm> algorithm = card.required("algorithm").word(ALGORITHMS);
    Optional<String> historical =
        matching(card, "historical-bytes", "[0-9A-F]{26}", "26 hexadecimal digits in capitals");
    Optional<String> identifier =
        matching(
            card,
            "identifier",
            "\\d{6}[0-9A-F]{26}",
            "6 digits of the city and 26 hexadecimal digits in capitals");
    Optional<String> number =
        matching(card, "number", "[0-9A-Z]{9,18}", "9 digits or capitals, on odd cards up to 18");
    Optional<String> specification =
        matching(card, "specification", "\\d\\.\\d\\d", "a version such as \"3.00\"");
    Optional<String> category =
        matching(
            card,
            "category",
            "[1-4]",
            "\"1\" preschool, \"2\" student, \"3\" adult, \"4\" elderly");
    Optional<String> issued = day(card, "issued");
    Optional<String> validUntil = day(card, "valid-until");
    boolean announces = card.optional("announces-algorithm").truth().orElse(true);
    if (List.of(
            algorithm, historical, identifier, number, specification, category, issued, validUntil)
        .stream()
        .anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    return Optional.of(
        new CardProfile.Chip(
            algorithm.get(),
            historical.get(),
            identifier.get(),
            number.get(),
            specification.get(),
            category.get(),
            issued.get(),
            validUntil.get(),
            announces));
  }

  private static Optional<CardProfile.Holder> holder(Mapping holder) {
    Optional<String> name =
        holder.required("name").text("a name of at most 50 bytes in GBK", CardFile::cardName);
    Optional<String> number =
        matching(holder, "identity-number", "[0-9A-Z]{1,18}", "up to 18 digits or capitals");
    Optional<String> sex =
        matching(holder, "sex", "[129]", "\"1\" male, \"2\" female, \"9\" not stated");
    Optional<String> ethnic = matching(holder, "ethnic-group", "\\d\\d", "two digits by GB 3304");
    Optional<String> birthplace = matching(holder, "birthplace", "\\d{6}", "six digits of a place");
    Optional<String> born = day(holder, "born");
    if (List.of(name, number, sex, ethnic, birthplace, born).stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    return Optional.of(
        new CardProfile.Holder(
            name.get(), number.get(), sex.get(), ethnic.get(), birthplace.get(), born.get()));
  }

  private static Optional<CardProfile.Medical> medical(Mapping medical) {
    Optional<String> type =
        matching(medical, "insurance-type", "\\d{3}[01]{5}", "three digits and five flags 0 or 1");
    Optional<String> area = matching(medical, "insured-area", "\\d{6}", "six digits of a place");
    Optional<String> kind = matching(medical, "insured-kind", "\\d\\d", "two digits");
    return type.flatMap(t -> area.flatMap(a -> kind.map(k -> new CardProfile.Medical(t, a, k))));
  }

  private static Optional<CardProfile.Pin> pin(Mapping pin) {
    Optional<String> digits = matching(pin, "digits", "\\d{4,16}", "4 to 16 digits in quotes");
    Field tries = pin.optional("tries-left");
    int left = tries.integer(0, 3).map(Long::intValue).orElse(3);
    return digits.map(d -> new CardProfile.Pin(Optional.of(d), left));
  }

  private static CardProfile.Faults faults(Mapping faults) {
    return new CardProfile.Faults(
        faults.optional("removed-after").integer(0, 1000).map(Long::intValue),
        faults.optional("dead-after").integer(0, 1000).map(Long::intValue),
        faults.optional("garbled-length-at").integer(1, 1000).map(Long::intValue),
        Duration.ofMillis(faults.optional("slow").integer(0, 60_000).orElse(0L)),
        faults.optional("wrong-internal-authentication").truth().orElse(false),
        faults.optional("application-blocked").truth().orElse(false),
        faults.optional("card-blocked").truth().orElse(false),
        faults.optional("answers-in-pieces").truth().orElse(false));
  }

  private static Optional<String> matching(
      Mapping mapping, String key, String form, String expected) {
    Function<String, String> check =
        text -> {
          if (!text.matches(form)) {
            throw new IllegalArgumentException(expected);
          }
          return text;
        };
    return mapping.required(key).text(expected, check);
  }

  private static Optional<String> day(Mapping mapping, String key) {
    return mapping.required(key).date().map((LocalDate day) -> DIGITS.format(day));
  }

  private static String cardName(String name) {
    if (name.isBlank()
        || !CardFiles.NAMES.newEncoder().canEncode(name)
        || name.getBytes(CardFiles.NAMES).length > 50) {
      throw new IllegalArgumentException("name");
    }
    return name;
  }
}
