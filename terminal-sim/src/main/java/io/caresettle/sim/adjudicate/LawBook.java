package io.caresettle.sim.adjudicate;

import io.caresettle.sim.adjudicate.CannotAdjudicate.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The packs in force, as the centre reads them; it judges claims. */
public final class LawBook {

  private final List<Pack> packs;
  private final Bylaws bylaws;
  private final Inheritance inheritance;
  private final Decrees decrees;

  private LawBook(List<Pack> packs, Bylaws bylaws, Inheritance inheritance, List<Decree> orders) {
    this.packs = packs;
    this.bylaws = bylaws;
    this.inheritance = inheritance;
    this.decrees = new Decrees(orders, inheritance::resolve);
  }

  private LawBook(Map<String, String> textsByFile) {
    List<Draft> drafts = new ArrayList<>();
    List<Bylaw> read = new ArrayList<>();
    Set<String> topics = new HashSet<>();
    textsByFile.forEach(
        (file, text) -> {
          Tree tree = Tree.parse(file, text);
          String place =
              switch (tree.textIfAny("kind").orElse("benefits")) {
                case "benefits" -> {
                  Draft draft = Draft.read(tree);
                  drafts.add(draft);
                  yield draft.area() + "/" + draft.topic();
                }
                case Bylaw.KIND -> {
                  Bylaw bylaw = Bylaw.read(tree);
                  read.add(bylaw);
                  yield bylaw.area() + "/" + Bylaw.KIND;
                }
                default -> throw tree.bad("a pack is of benefits or of entitlement");
              };
          if (!topics.add(place)) {
            throw new CannotAdjudicate(
                Reason.MALFORMED_PACK, file, file + ": its topic is in the book already");
          }
        });
    this.bylaws = new Bylaws(read);
    this.inheritance = new Inheritance(drafts);
    this.packs = drafts.stream().map(inheritance::resolve).toList();
    this.decrees = new Decrees(List.of(), inheritance::resolve);
  }

  /** A book of the packs that come along. */
  public static LawBook shipped() {
    return ofClassPath(LawBook.class.getClassLoader(), "policy");
  }

  /** A book of these packs, by the name that errors call them. */
  public static LawBook ofTexts(Map<String, String> textsByFile) {
    return new LawBook(new TreeMap<>(textsByFile));
  }

  /** The same book under these emergency orders and no others. */
  public LawBook under(List<Decree> orders) {
    return new LawBook(packs, bylaws, inheritance, orders);
  }

  /** Numbers of the emergency orders by which such a bill is judged. */
  public List<String> orders(Claim claim) {
    return decrees.numbers(claim);
  }

  /** A book of all {@code .yaml} files in a folder and the folders below it. */
  public static LawBook ofDirectory(Path root) {
    return new LawBook(readAll(root));
  }

  /** A book of all {@code .yaml} files below a folder on the class path. */
  public static LawBook ofClassPath(ClassLoader loader, String folder) {
    URL url = loader.getResource(folder);
    if (url == null) {
      throw new CannotAdjudicate(Reason.NO_LAW, folder, "No folder on the class path: " + folder);
    }
    try {
      URI uri = url.toURI();
      if (!"jar".equals(uri.getScheme())) {
        return ofDirectory(Path.of(uri));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return ofDirectory(jar.getPath(folder));
      }
    } catch (URISyntaxException | IOException e) {
      throw new CannotAdjudicate(Reason.NO_LAW, folder, "The folder cannot be read: " + folder);
    }
  }

  private static Map<String, String> readAll(Path root) {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        texts.put(root.relativize(file).toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /**
   * Who pays what.
   *
   * @throws CannotAdjudicate when the law has no answer, or two
   */
  public Judgement judge(Claim claim) {
    return serving(claim).judge(claim);
  }

  /**
   * What an area says on a day about who may have what.
   *
   * @throws CannotAdjudicate when it says nothing then
   */
  public Ordinance ordinance(String area, LocalDate day) {
    return decrees.ordinance(area, day).orElseGet(() -> bylaws.of(area, day));
  }

  /**
   * What the province's law says by itself of one of its cities, for days on which the city has no
   * text of its own: a frame that leaves points open. Empty where none is in force either.
   */
  public Optional<Ordinance> frame(String area, LocalDate day) {
    return bylaws.frame(area, day);
  }

  /**
   * How the sums of such a bill are kept.
   *
   * @throws CannotAdjudicate when the law has no answer, or two
   */
  public Keeping keeping(Claim claim) {
    Pack pack = serving(claim);
    return new Keeping(pack.year(), pack.ofTheStay(), pack.groups());
  }

  /**
   * How the sums that a pack counts on are kept.
   *
   * @param ofTheStay the accumulators that count the bills of one stay; all others count a year's
   * @param groups of persons whom the pack treats apart, and {@code none}
   */
  public record Keeping(SettlementYear year, Set<String> ofTheStay, Set<String> groups) {
    public Keeping {
      ofTheStay = Set.copyOf(ofTheStay);
      groups = Set.copyOf(groups);
    }
  }

  private Pack serving(Claim claim) {
    List<Pack> serving = new ArrayList<>(decrees.serving(claim));
    packs.stream()
        .filter(pack -> pack.serves(claim) && !decrees.replace(pack, claim))
        .forEach(serving::add);
    if (serving.size() != 1) {
      throw new CannotAdjudicate(
          serving.isEmpty() ? Reason.NO_LAW : Reason.TWO_LAWS,
          claim.area(),
          serving.size()
              + " packs serve "
              + String.join(" ", claim.area(), claim.scheme(), claim.care())
              + " on "
              + claim.date()
              + (claim.discharge().equals(claim.date()) ? "" : " to " + claim.discharge()));
    }
    return serving.get(0);
  }
}
