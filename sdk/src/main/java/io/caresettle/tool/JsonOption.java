package io.caresettle.tool;

import picocli.CommandLine.Option;

/** {@code --json}, the same for every command. */
final class JsonOption {

  @Option(names = "--json", description = "输出 JSON / print JSON")
  private boolean wanted;

  boolean wanted() {
    return wanted;
  }
}
