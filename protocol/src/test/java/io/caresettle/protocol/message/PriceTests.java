package io.caresettle.protocol.message;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The price of a message")
class PriceTests {

  private static final int TIMES = 100;

  @Test
  void isNeverBelowWhatTheParserAllocates() throws Exception {
    List<String> tooCheap = new ArrayList<>();
    for (Message prototype : Kinds.PROTOTYPES.values()) {
      Shape shape = Shape.of(prototype.getDescriptorForType());
      for (Hostile.Bytes hostile : Hostile.of(prototype, TIMES)) {
        byte[] bytes = hostile.bytes();
        long price = new Walk("any", bytes, Long.MAX_VALUE).through(shape);
        long real = Allocations.least(() -> parse(prototype, bytes));
        if (real > price + 512) {
          tooCheap.add(hostile.what() + ": " + real / TIMES + " for " + price / TIMES);
        }
      }
    }
    assertTrue(tooCheap.isEmpty(), () -> String.join("\n", tooCheap));
  }

  private static void parse(Message prototype, byte[] bytes) {
    try {
      prototype.getParserForType().parseFrom(CodedInputStream.newInstance(bytes));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }
}
