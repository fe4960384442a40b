package io.caresettle.tool;

import io.caresettle.journal.AuditHead;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A head of an audit chain on the command line, as {@code journal verify} prints it. */
final class HeadOption implements ITypeConverter<AuditHead> {

  private static final Pattern FORM = Pattern.compile("([^:]+):([0-9]{1,18}):([0-9a-f]{64})");

  @Override
  public AuditHead convert(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new TypeConversionException(
          "链头有误 found '" + text + "', expected EPOCH:POSITION:DIGEST as journal verify prints it");
    }
    return new AuditHead(parts.group(1), Long.parseLong(parts.group(2)), parts.group(3));
  }
}
