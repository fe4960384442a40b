package io.caresettle.console;

import picocli.CommandLine.IVersionProvider;

/** The version that a program's jar carries in its manifest. */
public abstract class JarVersion implements IVersionProvider {

  private final String name;
  private final Class<?> main;

  protected JarVersion(String name, Class<?> main) {
    this.name = name;
    this.main = main;
  }

  @Override
  public String[] getVersion() {
    String version = main.getPackage().getImplementationVersion();
    return new String[] {name + " " + (version == null ? "(not packaged)" : version)};
  }
}
