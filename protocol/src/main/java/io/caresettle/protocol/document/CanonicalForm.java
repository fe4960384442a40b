package io.caresettle.protocol.document;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;

/** The one way in which a document is written. */
final class CanonicalForm {

  private CanonicalForm() {}

  /** Fields in the order of their numbers, what is empty left out, shortest numbers. */
  static byte[] of(Message document) {
    byte[] bytes = new byte[document.getSerializedSize()];
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.useDeterministicSerialization();
    try {
      document.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException("An array of the right length was too short", e);
    }
    out.checkNoSpaceLeft();
    return bytes;
  }

  /** Whether every field, at any depth, is one that this version knows. */
  static boolean isKnownThroughout(Message message) {
    return message.getUnknownFields().asMap().isEmpty()
        && message.getAllFields().entrySet().stream()
            .filter(field -> field.getKey().getJavaType() == JavaType.MESSAGE)
            .flatMap(field -> messages(field.getKey(), field.getValue()).stream())
            .allMatch(inner -> isKnownThroughout((Message) inner));
  }

  private static Collection<?> messages(FieldDescriptor field, Object value) {
    return field.isRepeated() ? (Collection<?>) value : List.of(value);
  }
}
