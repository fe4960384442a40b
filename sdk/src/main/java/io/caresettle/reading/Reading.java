package io.caresettle.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** One file being read, with the faults found in it so far. */
public final class Reading {

  /** Deeper than anything a person writes, and shallow enough for any stack. */
  private static final int DEEPEST = 64;

  /** Larger than anything a person writes and than any file of known answers. */
  private static final int MOST_BYTES = 16 << 20;

  /** As much as the parser takes; it counts only after it read all of an endless line. */
  private static final int MOST_CHARACTERS = 3 << 20;

  private final String file;
  private final String text;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<MappingNode, Mapping> mappings = new LinkedHashMap<>();

  private Reading(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /**
   * Reads {@code text} whole; {@code binder} takes from the top mapping what it needs.
   *
   * @param file the name that faults carry
   * @param binder answers empty only after it recorded a fault
   * @throws ReadingFailed with every fault of the file
   */
  public static <T> T of(String file, String text, Function<Mapping, Optional<T>> binder) {
    return new Reading(file, text).read(binder);
  }

  /**
   * Reads a file of UTF-8 from disk.
   *
   * @throws ReadingFailed with every fault of the file; one that cannot be opened has one fault
   */
  public static <T> T of(Path path, Function<Mapping, Optional<T>> binder) {
    return of(path.toString(), textOf(path), binder);
  }

  private static String textOf(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      // Never all of it: a device has no end, and says that it has no size.
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw whole(path.toString(), "more than 16 MiB", "a file of YAML or JSON of at most that");
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      // Editors on Windows begin a file with a byte-order mark.
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw whole(path.toString(), "bytes that are no UTF-8", "a text in UTF-8");
    } catch (IOException e) {
      throw whole(path.toString(), "no file that can be read", "a file of YAML or JSON");
    }
  }

  static ReadingFailed whole(String file, String found, String expected) {
    return new ReadingFailed(List.of(new Fault(file, 1, 1, "", found, expected)));
  }

  String file() {
    return file;
  }

  String text() {
    return text;
  }

  /** Each mapping once, however often it is asked for, so that it tells its faults once. */
  Mapping mapping(MappingNode node, String path) {
    Mapping opened = mappings.get(node);
    if (opened == null) {
      opened = new Mapping(this, node, path);
      mappings.put(node, opened);
    }
    return opened;
  }

  int faultCount() {
    return faults.size();
  }

  void fault(Optional<Mark> mark, String path, String found, String expected) {
    int line = mark.map(Mark::getLine).orElse(0) + 1;
    int column = mark.map(Mark::getColumn).orElse(0) + 1;
    faults.add(new Fault(file, line, column, oneLine(path), oneLine(found), expected));
  }

  /** What a file says can be long, and can hold line ends and worse: a fault is one short line. */
  private static String oneLine(String words) {
    String clean = words.replaceAll("\\p{Cntrl}|\\R", "?");
    return clean.length() <= 160 ? clean : clean.substring(0, 157) + "…";
  }

  private <T> T read(Function<Mapping, Optional<T>> binder) {
    Optional<T> value = Optional.empty();
    Optional<Node> top = compose();
    if (top.isPresent() && top.get() instanceof MappingNode mapping) {
      value = binder.apply(mapping(mapping, ""));
      mappings.values().forEach(Mapping::reportUnasked);
    } else if (faults.isEmpty()) {
      fault(
          top.flatMap(Node::getStartMark),
          "",
          top.map(Field::describe).orElse("an empty file"),
          "a mapping of keys to values");
    }
    if (!faults.isEmpty()) {
      throw new ReadingFailed(faults);
    }
    return value.orElseThrow(
        () -> new IllegalStateException("The binder of " + file + " gave no value and no fault"));
  }

  private Optional<Node> compose() {
    if (text.length() > MOST_CHARACTERS) {
      fault(Optional.empty(), "", "more than 3 Mi characters", "a text of at most that");
      return Optional.empty();
    }
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setAllowRecursiveKeys(false).build();
    try {
      if (!refuseWhatOnlyMachinesWrite(settings)) {
        return Optional.empty();
      }
      return new Compose(settings).composeString(text);
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
      String problem = e.getProblem() == null ? "broken syntax" : e.getProblem();
      fault(mark, "", "broken syntax (" + problem + ")", "well-formed YAML or JSON");
    } catch (ReaderException e) {
      String character = String.format("the character U+%04X", e.getCodePoint());
      faults.add(at(e.getPosition(), character, "a text without control characters"));
    } catch (YamlEngineException e) {
      fault(Optional.empty(), "", "broken syntax (" + e.getMessage() + ")", "YAML or JSON");
    }
    return Optional.empty();
  }

  /** The reader counts code points from the start; people count lines. */
  private Fault at(int position, String found, String expected) {
    String before =
        text.substring(
            0,
            text.offsetByCodePoints(0, Math.min(position, text.codePointCount(0, text.length()))));
    int lineStart = before.lastIndexOf('\n') + 1;
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.codePointCount(lineStart, before.length()) + 1;
    return new Fault(file, line, column, "", found, expected);
  }

  /** Walks the events, for only they know where an alias or a tag stands. */
  private boolean refuseWhatOnlyMachinesWrite(LoadSettings settings) {
    int depth = 0;
    int documents = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      Optional<Mark> at = event.getStartMark();
      if (event instanceof AliasEvent alias) {
        fault(at, "", "the alias *" + alias.getAlias(), "the value itself, written out");
        continue;
      }
      if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
        fault(at, "", "the anchor &" + node.getAnchor().get(), "no anchor");
      }
      tagOf(event).ifPresent(tag -> fault(at, "", "the tag " + tag, "no tag"));
      if (event instanceof DocumentStartEvent && ++documents == 2) {
        fault(at, "", "a second document", "one document in a file");
        return false;
      }
      if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
        fault(at, "", "values nested deeper than " + DEEPEST, "a flatter file");
        return false;
      }
      if (event instanceof CollectionEndEvent) {
        depth--;
      }
    }
    return true;
  }

  private static Optional<String> tagOf(Event event) {
    if (event instanceof ScalarEvent scalar) {
      return scalar.getTag();
    }
    return event instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
  }
}
