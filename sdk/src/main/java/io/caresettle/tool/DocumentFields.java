package io.caresettle.tool;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.caresettle.money.Money;
import io.caresettle.protocol.MessageRejected;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.wire.SettlementDocument;
import io.caresettle.protocol.wire.Split;
import io.caresettle.protocol.wire.TrialBody;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;

/** The fields of a signed document as people read them: amounts in yuan, times in China's time. */
final class DocumentFields {

  /** Chinese names of fields, by their names in the wire's files. */
  private static final ResourceBundle NAMES = ResourceBundle.getBundle("io.caresettle.tool.fields");

  /** Amounts that stand outside a split. */
  private static final Set<String> AMOUNTS =
      Set.of("amount", "account_balance_after", "past_years_balance_after", "line_total");

  private DocumentFields() {}

  /** All fields of {@code message} that say something. */
  static Report of(String title, Message message) {
    Report report = Report.of(title);
    for (Map.Entry<FieldDescriptor, Object> entry : message.getAllFields().entrySet()) {
      FieldDescriptor field = entry.getKey();
      Optional<Message> body = bodyOf(message, field);
      if (body.isPresent()) {
        report.put(field.getJsonName(), of(label(field), body.get()));
      } else if (field.isRepeated()) {
        report.put(field.getJsonName(), list(message, field, (List<?>) entry.getValue()));
      } else if (entry.getValue() instanceof Message inner) {
        report.put(field.getJsonName(), of(label(field), inner));
      } else {
        put(report, message, field, entry.getValue());
      }
    }
    return report;
  }

  private static List<Report> list(Message message, FieldDescriptor field, List<?> values) {
    List<Report> elements = new ArrayList<>();
    for (Object value : values) {
      String title = label(field) + ' ' + (elements.size() + 1);
      if (value instanceof Message inner) {
        elements.add(of(title, inner));
      } else {
        Report element = Report.of(title);
        put(element, message, field, value);
        elements.add(element);
      }
    }
    return elements;
  }

  /** What was settled stands inside as bytes, for its digest was quoted. */
  private static Optional<Message> bodyOf(Message message, FieldDescriptor field) {
    if (!(message instanceof SettlementDocument document)
        || field.getNumber() != SettlementDocument.BODY_FIELD_NUMBER) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Messages.read(TrialBody.getDefaultInstance(), document.getBody().toByteArray()));
    } catch (MessageRejected e) {
      return Optional.empty();
    }
  }

  private static void put(Report report, Message message, FieldDescriptor field, Object value) {
    String name = field.getName();
    String key = field.getJsonName();
    String label = label(field);
    if (value instanceof Long number) {
      if (message instanceof Split || AMOUNTS.contains(name)) {
        String yuan = new Money(number).toString();
        report.put(key, label, yuan, yuan + " 元");
      } else if (name.endsWith("_millis")) {
        Instant instant = Instant.ofEpochMilli(number);
        report.put(key, label, instant.toString(), Times.china(instant));
      } else if (name.endsWith("_micros")) {
        report.put(key, label, BigDecimal.valueOf(number, 6).stripTrailingZeros().toPlainString());
      } else if (name.endsWith("_e4")) {
        report.put(key, label, BigDecimal.valueOf(number, 4).stripTrailingZeros().toPlainString());
      } else {
        report.put(key, label, number);
      }
    } else if (value instanceof ByteString bytes) {
      report.put(key, label, HexFormat.of().formatHex(bytes.toByteArray()));
    } else if (value instanceof Boolean truth) {
      report.put(key, label, truth.booleanValue());
    } else if (value instanceof Integer number) {
      report.put(key, label, number.longValue());
    } else {
      report.put(key, label, printable(value.toString()));
    }
  }

  /** A document comes from elsewhere, and a terminal obeys what is written to it. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}|\\R", "?");
  }

  private static String label(FieldDescriptor field) {
    String english = field.getName().replace('_', ' ');
    return NAMES.containsKey(field.getName())
        ? NAMES.getString(field.getName()) + ' ' + english
        : english;
  }
}
