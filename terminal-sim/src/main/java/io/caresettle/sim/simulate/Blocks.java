package io.caresettle.sim.simulate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How blocks of seeds lived once, so that any of them can be lived again. A file of them has one
 * line for each, as {@code simulate} prints it; whatever begins with # is a remark. More lines may
 * be added in any order.
 */
public final class Blocks {

  /** No block is known. */
  public static final Blocks NONE = new Blocks(Map.of());

  private static final Pattern LINE = Pattern.compile("block (\\d+)\\.\\.(\\d+) ([0-9a-f]{64})");

  private final Map<Long, Block> byFirst;

  private Blocks(Map<Long, Block> byFirst) {
    this.byFirst = Map.copyOf(byFirst);
  }

  /** A block that was lived. */
  public record Block(long first, long last, String digest) {

    /** As a file has it. */
    public String line() {
      return "block " + first + ".." + last + " " + digest;
    }
  }

  /**
   * Reads a file of blocks.
   *
   * @throws IllegalArgumentException if a line is none
   */
  public static Blocks read(Path file) throws IOException {
    return of(Files.readAllLines(file));
  }

  /** Those that lived with this version of the program. */
  public static Blocks shipped() {
    try (InputStream in = Blocks.class.getResourceAsStream("simulate-blocks.txt")) {
      if (in == null) {
        throw new IllegalStateException("The blocks are missing");
      }
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new IllegalStateException("The blocks cannot be read", e);
    }
  }

  static Blocks of(List<String> lines) {
    Map<Long, Block> blocks = new HashMap<>();
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) {
        throw new IllegalArgumentException(line);
      }
      long first = Long.parseLong(parts.group(1));
      Block before =
          blocks.put(first, new Block(first, Long.parseLong(parts.group(2)), parts.group(3)));
      if (before != null) {
        throw new IllegalArgumentException("Twice: " + line);
      }
    }
    return new Blocks(blocks);
  }

  /** The blocks that are known, in the order of their seeds. */
  public List<Block> all() {
    return byFirst.values().stream().sorted(Comparator.comparingLong(Block::first)).toList();
  }

  /**
   * Whether this block is known to have lived otherwise. One that is not known contradicts none.
   */
  public boolean contradict(Block block) {
    Block known = byFirst.get(block.first());
    return known != null && !known.equals(block);
  }

  /** Makes blocks of seeds that come in their order. */
  public static final class Gathering {

    private final Blocks known;
    private final List<String> digests = new ArrayList<>();
    private int different;

    public Gathering(Blocks known) {
      this.known = known;
    }

    /** The block that ends with this seed, if one does. */
    public Optional<Block> add(Seed seed) {
      digests.add(seed.digest());
      if (digests.size() < Simulation.BLOCK) {
        return Optional.empty();
      }
      Block block =
          new Block(
              seed.number() - Simulation.BLOCK + 1, seed.number(), Simulation.digest(digests));
      digests.clear();
      if (known.contradict(block)) {
        different++;
      }
      return Optional.of(block);
    }

    /** How many blocks lived otherwise than is known. */
    public int different() {
      return different;
    }
  }
}
