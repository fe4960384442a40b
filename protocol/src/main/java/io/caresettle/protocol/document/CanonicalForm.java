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
    if (!message.getUnknownFields().asMap().isEmpty()) {
      return false;
    }
    // Not getAllFields, which copies every plain value of a document to find the few messages.
    for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
      if (field.getJavaType() == JavaType.MESSAGE && !areKnown(inside(message, field))) {
        return false;
      }
    }
    return true;
  }

  private static boolean areKnown(Collection<?> messages) {
    return messages.stream().allMatch(inner -> isKnownThroughout((Message) inner));
  }

  private static Collection<?> inside(Message message, FieldDescriptor field) {
    if (field.isRepeated()) {
      return (Collection<?>) message.getField(field);
    }
    return message.hasField(field) ? List.of(message.getField(field)) : List.of();
  }
}
