package io.caresettle.protocol.message;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import io.caresettle.protocol.wire.Evidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that the .proto files define, as compiled and as written. */
final class WireFiles {

  private static final Path SOURCES = Path.of("src/main/proto");

  private WireFiles() {}

  /** The compiled files, by name. */
  static Map<String, FileDescriptor> compiled() {
    Map<String, FileDescriptor> files = new TreeMap<>();
    Kinds.PROTOTYPES.values().forEach(type -> add(type.getDescriptorForType().getFile(), files));
    add(Evidence.getDescriptor().getFile(), files);
    return files;
  }

  private static void add(FileDescriptor file, Map<String, FileDescriptor> files) {
    if (files.put(file.getName(), file) == null) {
      file.getDependencies().forEach(needed -> add(needed, files));
    }
  }

  /** The written files, by name. */
  static Map<String, String> written() {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(SOURCES)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(SOURCES.relativize(path).toString().replace('\\', '/'), Files.readString(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** Every message, nested ones and entries of maps too. */
  static List<Descriptor> messages() {
    List<Descriptor> all = new ArrayList<>();
    compiled().values().forEach(file -> file.getMessageTypes().forEach(m -> add(m, all)));
    return all;
  }

  private static void add(Descriptor message, List<Descriptor> all) {
    all.add(message);
    message.getNestedTypes().forEach(nested -> add(nested, all));
  }

  /** Every enum, nested ones too. */
  static List<EnumDescriptor> enums() {
    List<EnumDescriptor> all = new ArrayList<>();
    compiled().values().forEach(file -> all.addAll(file.getEnumTypes()));
    messages().forEach(message -> all.addAll(message.getEnumTypes()));
    return all;
  }
}
