package io.caresettle.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.wire.AccountPaymentDocument;
import io.caresettle.protocol.wire.AccountPaymentReceipt;
import io.caresettle.protocol.wire.AuditHeadReceipt;
import io.caresettle.protocol.wire.CancelDocument;
import io.caresettle.protocol.wire.CancellationReceipt;
import io.caresettle.protocol.wire.CareCancellationDocument;
import io.caresettle.protocol.wire.CareCancellationReceipt;
import io.caresettle.protocol.wire.CareSettlementDocument;
import io.caresettle.protocol.wire.CareSettlementReceipt;
import io.caresettle.protocol.wire.EnrolmentReceipt;
import io.caresettle.protocol.wire.ReversalDocument;
import io.caresettle.protocol.wire.ReversalReceipt;
import io.caresettle.protocol.wire.SettlementDocument;
import io.caresettle.protocol.wire.SettlementReceipt;
import io.caresettle.protocol.wire.TrialBody;
import java.util.HashSet;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("what was signed is shown with Chinese and English names")
class DocumentFieldsTest {

  private final Set<Descriptor> seen = new HashSet<>();
  private final Set<String> names = new TreeSet<>();

  private void walk(Descriptor message) {
    if (seen.add(message)) {
      for (FieldDescriptor field : message.getFields()) {
        names.add(field.getName());
        if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
          walk(field.getMessageType());
        }
      }
    }
  }

  @Test
  void everyFieldOfEveryDocumentHasAChineseName() {
    Stream.of(
            SettlementDocument.getDescriptor(),
            SettlementReceipt.getDescriptor(),
            ReversalDocument.getDescriptor(),
            ReversalReceipt.getDescriptor(),
            CancelDocument.getDescriptor(),
            CancellationReceipt.getDescriptor(),
            AccountPaymentDocument.getDescriptor(),
            AccountPaymentReceipt.getDescriptor(),
            CareSettlementDocument.getDescriptor(),
            CareSettlementReceipt.getDescriptor(),
            CareCancellationDocument.getDescriptor(),
            CareCancellationReceipt.getDescriptor(),
            EnrolmentReceipt.getDescriptor(),
            AuditHeadReceipt.getDescriptor())
        .forEach(this::walk);
    assertEquals(14, DocumentContext.values().length, "another document: walk it here, too");
    // It stands inside a settlement as bytes.
    walk(TrialBody.getDescriptor());
    ResourceBundle chinese = ResourceBundle.getBundle("io.caresettle.tool.fields", Locale.ROOT);
    Set<String> without = new TreeSet<>(names);
    without.removeIf(
        name ->
            chinese.containsKey(name)
                && chinese.getString(name).codePoints().anyMatch(Character::isIdeographic));
    assertEquals("", String.join(" ", without));
  }
}
